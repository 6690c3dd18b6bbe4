import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/server/ids.ts';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { HomePart, HomeView } from '../rules/views.ts';
import { listAttention, noteVisit } from './homeOperations.ts';
import { foldCounts } from './homeStore.ts';
import { readHome } from './operations.ts';
import { asSystem, noon, placeOf, plantWorld, refusal, type SmallWorld, type Who } from './world.testing.ts';

useOwnDatabase();
let world: SmallWorld;
const as = (who: Who) => ({ locale: 'nl' as const, as: world.people[who] });
const home = (who: Who, input: object = {}, now = noon) => readHome.call(as(who), input, { now }) as Promise<HomeView>;
const partOf = async <Role extends HomePart['role']>(who: Who, role: Role, input: object = {}) =>
  (await home(who, { role, ...input })).part as Extract<HomePart, { role: Role }>;
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);

beforeAll(async () => {
  world = await plantWorld();
});

const session = (at: 'mill' | 'press', day: string, hours: number, guide: Who = 'guide') =>
  asSystem((db) =>
    db.run(sql`insert into guidance_sessions (id, trajectory_id, day, hours, people, theme, guide_id)
      values (${newId()}, ${world.cases[at].trajectory}, ${day}, ${hours}, 5, 'kick_off', ${world.people[guide]})`),
  );

describe('kept counts', () => {
  test('say what counting would say, before and after they are folded', async () => {
    const counted = () =>
      asSystem(async (db) => ({
        real: await db.many(
          sql`select provider_id, state, count(*)::int as amount from trajectories where programme_id = ${world.programme} group by 1, 2 order by 1, 2`,
        ),
        kept: await db.many(sql`select provider_id, state, sum(amount)::int as amount from case_counts
          where programme_id = ${world.programme} and what = 'trajectories' group by 1, 2 having sum(amount) <> 0 order by 1, 2`),
        reached: await db.one(
          sql`select (select count(*)::int from reached_enterprises where programme_id = ${world.programme}) as real,
            (select sum(amount)::int from case_counts where programme_id = ${world.programme} and what = 'reached') as kept`,
        ),
        appended: await db.one<{ rows: number }>(sql`select count(*)::int as rows from case_counts where not folded`),
      }));
    await asSystem((db) =>
      db.run(sql`update trajectories set state = 'closing' where id = ${world.cases.mill.trajectory}`),
    );
    const before = await counted();
    expect(before.kept).toEqual(before.real);
    expect(before.reached).toEqual({ real: 3, kept: 3 });
    expect(before.appended.rows).toBeGreaterThan(0);
    expect(await asSystem(foldCounts)).toBe(before.appended.rows);
    const after = await counted();
    expect(after).toEqual({ ...before, appended: { rows: 0 } });
    await asSystem((db) =>
      db.run(sql`update trajectories set state = 'guidance' where id = ${world.cases.mill.trajectory}`),
    );
  });

  test('an enterprise stays reached when its trajectory is stopped, and follows its size when that is corrected', async () => {
    const small = async () => {
      const { lots } = await partOf('manager', 'programme_manager');
      return lots.map(({ reached, small: few, known }) => [reached, few, known]);
    };
    expect(await small()).toEqual([
      [2, 1, 2],
      [1, 0, 0],
    ]);
    await asSystem(async (db) => {
      await db.run(
        sql`update trajectories set state = 'stopped', stopped_in = 'guidance' where id = ${world.cases.press.trajectory}`,
      );
      await db.run(sql`update enterprises set workers = 20 where id = ${world.cases.studio.enterprise}`);
    });
    expect(await small()).toEqual([
      [2, 1, 2],
      [1, 1, 1],
    ]);
    await asSystem((db) =>
      db.run(
        sql`update trajectories set state = 'guidance', stopped_in = null where id = ${world.cases.press.trajectory}`,
      ),
    );
  });

  test('hours add up by lot and by partner, and follow a correction', async () => {
    await session('mill', '2026-11-17', 3);
    await session('press', '2026-11-02', 2.5, 'otherGuide');
    const hours = async () =>
      (await partOf('coordinator', 'lot_coordinator')).partners.map((one) => [one.name, one.hours]);
    expect(await hours()).toEqual([
      ['Fonds A', 3],
      ['Fonds B', 2.5],
    ]);
    await asSystem((db) =>
      db.run(sql`update guidance_sessions set hours = 4 where trajectory_id = ${world.cases.mill.trajectory}`),
    );
    expect(await hours()).toEqual([
      ['Fonds A', 4],
      ['Fonds B', 2.5],
    ]);
    expect((await partOf('manager', 'programme_manager')).lots.map((lot) => lot.hours)).toEqual([6.5, 0]);
  });
});

describe('the week of a consultant', () => {
  test('holds their own sessions, by day, and goes on to other weeks', async () => {
    const { week } = await partOf('guide', 'consultant');
    expect([week.monday, week.sunday, week.hours]).toEqual(['2026-11-16', '2026-11-22', 4]);
    const tuesday = week.days.find(({ day }) => day === '2026-11-17')!;
    expect(tuesday.sessions.map((one) => [one.enterpriseName, one.providerName, one.hours])).toEqual([
      ['Bakkerij De Proefmolen', 'Fonds A', 4],
    ]);
    expect((await partOf('guide', 'consultant', { week: week.previous })).week.hours).toBe(0);
    // A session at a fund where they hold no role any more lies out of their sight.
    expect((await partOf('otherGuide', 'consultant', { week: '2026-11-04' })).week.hours).toBe(0);
  });

  test('and the agreements that wait for a yes', async () => {
    await asSystem(async (db) => {
      await db.run(sql`update trajectories set state = 'agreement' where id = ${world.cases.garage.trajectory}`);
      await db.run(sql`insert into agreements (id, trajectory_id, state, document_id, contact_id, sent_at)
        values (${newId()}, ${world.cases.garage.trajectory}, 'sent', ${newId()}, ${world.people.contact}, '2026-11-10T09:00:00Z')`);
    });
    expect((await partOf('otherGuide', 'consultant')).agreements).toEqual([
      { trajectory: world.cases.garage.trajectory, enterpriseName: 'Garage Proefrit', sentOn: '2026-11-10' },
    ]);
    expect((await partOf('guide', 'consultant')).agreements).toEqual([]);
  });
});

describe('the board of a fund', () => {
  test('stands every trajectory of the fund under its stage, and nobody else’s', async () => {
    const { board } = await partOf('memberA', 'provider_member');
    expect(
      board
        .filter(({ count }) => count > 0)
        .map(({ stage, cards }) => [stage, cards.map((card) => card.enterpriseName)]),
    ).toEqual([
      ['agreement', ['Garage Proefrit']],
      ['guidance', ['Bakkerij De Proefmolen']],
    ]);
  });
});

describe('what asks for attention', () => {
  test('is what was agreed and lies still, a plan that waits, a follow-up that was missed; the longest first', async () => {
    await asSystem(async (db) => {
      await db.run(sql`update trajectories set granted_on = '2026-08-01' where id = ${world.cases.mill.trajectory}`);
      await db.run(
        sql`update trajectories set granted_on = '2026-07-01', state = 'planning' where id = ${world.cases.garage.trajectory}`,
      );
      await db.run(
        sql`insert into plans (trajectory_id, state, content, changed_at) values (${world.cases.garage.trajectory}, 'submitted', '{}', '2026-11-01T10:00:00Z')`,
      );
      await db.run(sql`update trajectories set state = 'follow_up' where id = ${world.cases.studio.trajectory}`);
      await db.run(
        sql`insert into follow_ups (id, trajectory_id, months, due) values (${newId()}, ${world.cases.studio.trajectory}, 3, '2026-10-01'), (${newId()}, ${world.cases.studio.trajectory}, 6, '2026-11-10')`,
      );
    });
    const { attention } = await partOf('manager', 'programme_manager');
    // The mill had a session yesterday; the follow-up of a week ago is late, not missed.
    expect(
      attention.map(({ kind, count, items }) => [kind, count, items.map((item) => [item.enterpriseName, item.since])]),
    ).toEqual([
      ['quiet', 1, [['Garage Proefrit', '2026-07-01']]],
      ['plans', 1, [['Garage Proefrit', '2026-11-01']]],
      ['followUps', 1, [['Studio Proefklank', '2026-10-01']]],
    ]);
    expect((await partOf('coordinator', 'lot_coordinator')).attention.map(({ kind }) => kind)).toEqual([
      'quiet',
      'plans',
    ]);
  });

  test('opens as a list by page', async () => {
    for (const kind of ['quiet', 'plans', 'followUps']) {
      const list = await listAttention.call(as('manager'), { kind }, { now: noon });
      expect(list.items, kind).toHaveLength(1);
      expect(list.next).toBeNull();
    }
    expect(await refusal(listAttention.call(as('memberA'), { kind: 'quiet' }))).toBe(403);
  });
});

describe('what is new', () => {
  const act = (who: Who | null, what: string, officeOnly = false) =>
    inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system:test', system: true, ...(who ? { person: world.people[who] } : {}) });
      await addTimelineEntry(db, placeOf(world, 'mill'), {
        kind: 'test.happened',
        day: '2026-11-18',
        textKey: 'reporting-test:entry.plain',
        parameters: { what },
        officeOnly,
      });
    });
  const news = async (who: Who, now = later(1)) =>
    (await home(who, {}, now)).news!.groups.flatMap(({ entries }) => entries.map(({ text }) => text));

  test('is what others did since the last sitting, by enterprise, and never one’s own acts', async () => {
    await noteVisit.call(as('memberA'), {}, { now: later(-5) });
    await act('guide', 'van de gids');
    await act('memberA', 'van mezelf');
    await act(null, 'vanzelf');
    const view = await home('memberA', {}, later(1));
    expect(view.news!.since).toEqual(expect.any(Date));
    expect(view.news!.groups.map(({ name }) => name)).toEqual(['Bakkerij De Proefmolen']);
    expect((await news('memberA')).sort()).toEqual(['Er gebeurde van de gids.', 'Er gebeurde vanzelf.']);
    expect(await news('memberB')).toEqual([]);
  });

  test('is seen once: the next sitting begins where this one ended', async () => {
    await noteVisit.call(as('memberA'), {}, { now: later(1) });
    expect(await news('memberA', later(1.5))).not.toEqual([]);
    await noteVisit.call(as('memberA'), {}, { now: later(8) });
    expect(await news('memberA', later(8))).toEqual([]);
  });

  test('keeps from the enterprise what is for the office, and from an evaluator all of it', async () => {
    await act('guide', 'iets van kantoor', true);
    expect(await news('lead')).not.toContain('Er gebeurde iets van kantoor.');
    expect(await news('coordinator')).toContain('Er gebeurde iets van kantoor.');
    expect((await home('evaluator')).news).toBeNull();
  });

  test('a guide sees it of the enterprises that they guide', async () => {
    expect(await news('otherGuide')).toEqual([]);
    expect(await news('guide')).toContain('Er gebeurde vanzelf.');
  });
});

describe('the evaluator', () => {
  test('sees counts, and none that stands for fewer than five organisations', async () => {
    const { lots, sectors } = await partOf('evaluator', 'evaluator');
    for (const count of [...lots.cells.flat(), ...sectors.cells.flat()])
      expect(count === null || count === 0 || count >= 5).toBe(true);
    expect(JSON.stringify(await home('evaluator'))).not.toMatch(/Proefmolen|Proefvel|Proefklank|Proefrit/);
  });
});
