import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { Refusal } from '#platform/server/errors.ts';
import type { SavedView, SessionListView, TrajectoryListView } from '../rules/lists.ts';
import type { EnterpriseListView } from '../rules/views.ts';
import { listEnterprises, listSessions, listTrajectories, listViews, removeView, saveView } from './listOperations.ts';
import { callersIn, plantBusyWorld, type SmallWorld, type Who } from './world.testing.ts';

useOwnDatabase();
let world: SmallWorld;
const { as } = callersIn(() => world);

beforeAll(async () => {
  world = await plantBusyWorld();
});

const rowsOf = <Row>(question: ReturnType<typeof sql>): Promise<Row[]> =>
  inTransaction('read', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return db.many<Row>(question);
  });

const enterprises = async (who: Who, input: object = {}) =>
  (await listEnterprises.call(as(who), input)) as EnterpriseListView;
const trajectories = async (who: Who, input: object = {}) =>
  (await listTrajectories.call(as(who), input)) as TrajectoryListView;
const sessions = async (who: Who, input: object = {}) => (await listSessions.call(as(who), input)) as SessionListView;

/** All pages of a list, one after another. */
async function whole<Row extends { readonly id: string }>(
  page: (after?: string) => Promise<{ rows: readonly Row[]; next: string | null }>,
) {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const { rows: more, next } = await page(after);
    rows.push(...more);
    after = next ?? undefined;
  } while (after);
  return rows;
}

const allEnterprises = (who: Who, input: object) =>
  whole(async (after) => {
    const { enterprises: rows, next } = await enterprises(who, { ...input, ...(after ? { after } : {}) });
    return { rows, next };
  });

const allTrajectories = (who: Who, input: object) =>
  whole(async (after) => {
    const { trajectories: rows, next } = await trajectories(who, { ...input, ...(after ? { after } : {}) });
    return { rows, next };
  });

describe('what a list is filtered by stands in its rows, kept by the database', () => {
  test('the stage of an enterprise is the state of its newest trajectory, its size that of its workers', async () => {
    const wrong =
      await rowsOf(sql`select e.id from enterprises e left join lateral (select id, state, started_on from trajectories where enterprise_id = e.id order by started_on desc, id desc limit 1) t on true
      where e.stage <> coalesce(t.state, 'none') or e.newest_trajectory is distinct from t.id or e.started_on is distinct from t.started_on
        or e.size <> krachtlijn.size_band(e.workers)`);
    expect(wrong).toEqual([]);
  });

  test('a trajectory knows the name, size and sector of its enterprise, also after those change', async () => {
    const differing = () =>
      rowsOf(sql`select t.id from trajectories t join enterprises e on e.id = t.enterprise_id
      where (t.enterprise_name, t.size, t.sector_code) is distinct from (e.name, e.size, e.sector_code)`);
    expect(await differing()).toEqual([]);
    await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system:test', system: true });
      await db.run(
        sql`update enterprises set workers = coalesce(workers, 0) + 200, name = name || ' & zoon' where id in (select enterprise_id from trajectories limit 1)`,
      );
    });
    expect(await differing()).toEqual([]);
  });
});

describe('a list', () => {
  test('by key gives every row once, in every order', async () => {
    const names = (await allEnterprises('manager', {})).map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
    const newest = (await allEnterprises('manager', { sort: 'newest' })).map(({ id }) => id);
    expect([...newest].sort()).toEqual([...names].sort());
    const orders = await Promise.all(
      (['newest', 'oldest', 'name'] as const).map((sort) => allTrajectories('manager', { sort })),
    );
    for (const rows of orders) expect(rows.map(({ id }) => id).sort()).toEqual(orders[0]!.map(({ id }) => id).sort());
    expect(orders[0]!.map(({ startedOn }) => startedOn)).toEqual(
      orders[0]!
        .map(({ startedOn }) => startedOn)
        .sort()
        .reverse(),
    );
  });

  test('narrowed by what its rows show gives exactly the rows that show it', async () => {
    const everything = await allEnterprises('manager', {});
    for (const stage of new Set(everything.map((row) => row.stage)))
      expect((await allEnterprises('manager', { stage })).map(({ id }) => id)).toEqual(
        everything.filter((row) => row.stage === stage).map(({ id }) => id),
      );
    for (const size of new Set(everything.map((row) => row.size)))
      expect((await allEnterprises('manager', { size })).every((row) => row.size === size)).toBe(true);
  });

  test('says how many rows fit', async () => {
    const { counted } = await enterprises('manager');
    expect(counted).toEqual({ count: (await allEnterprises('manager', {})).length, more: false });
  });

  test('of a coordinator who also works for a fund of the lot and guides there holds nothing twice', async () => {
    const rows = await allEnterprises('coordinator', {});
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('shows nobody what lies outside their sight, whatever they ask for', async () => {
    const seen = new Set((await allEnterprises('memberA', {})).map(({ id }) => id));
    const [other] = await rowsOf<{ id: string; name: string }>(
      sql`select id, name from enterprises where not (id = any (${[...seen]}::uuid[])) limit 1`,
    );
    expect(await allEnterprises('memberA', { words: other!.name })).toEqual([]);
    const { provider } = (
      await rowsOf<{ provider: string }>(sql`select provider_id as provider from enterprises where id = ${other!.id}`)
    )[0]!;
    expect(await allEnterprises('memberA', { provider })).toEqual([]);
  });

  test('finds part of a name or a place, and takes % and _ as they are typed', async () => {
    const [one] = (await enterprises('manager')).enterprises;
    expect(
      (await allEnterprises('manager', { words: one!.name.slice(2, 9).toUpperCase() })).map(({ id }) => id),
    ).toContain(one!.id);
    expect(await allEnterprises('manager', { words: '%%' })).toEqual([]);
    expect(await allEnterprises('manager', { words: '_____' })).toEqual([]);
  });

  test('with a mangled address is the list without it', async () => {
    const usual = await enterprises('manager');
    for (const input of [
      { after: 'x' },
      { size: 'huge', stage: 'gone', lot: 'one', sort: 'up' },
      { sort: 'newest', after: `soon~${usual.enterprises[0]!.id}` },
    ])
      expect((await enterprises('manager', input)).enterprises).toHaveLength(usual.enterprises.length);
    expect((await trajectories('manager', { from: '2026-02-31', after: '~x' })).counted).toEqual(
      (await trajectories('manager')).counted,
    );
  });

  test('of sessions shows this week, or the days that were chosen', async () => {
    const { week } = await sessions('manager');
    expect(new Date(`${week.from}T00:00:00Z`).getUTCDay()).toBe(1);
    // The example programme, where sessions were given.
    const [manager] = await rowsOf<{
      person: string;
    }>(sql`select g.person_id as person from grants g where g.role = 'programme_manager'
      and exists (select 1 from guidance_sessions s where s.programme_id = g.programme_id) limit 1`);
    const ask = async (input: object) =>
      (await listSessions.call({ locale: 'nl', as: manager!.person }, input)) as SessionListView;
    const everything = await ask({ from: '2000-01-01' });
    const days = everything.sessions.map(({ day }) => day);
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual([...days].sort().reverse());
    const day = days[0]!;
    expect((await ask({ from: day, until: day })).sessions.every((row) => row.day === day)).toBe(true);
  });

  test('is not for the evaluator', async () => {
    await expect(listEnterprises.call(as('evaluator'), {})).rejects.toMatchObject({ status: 403 });
  });
});

describe('a view', () => {
  const views = async (who: Who) => (await listViews.call(as(who), { list: 'enterprises' })) as readonly SavedView[];
  const keep = (who: Who, name: string, query: string) => saveView.call(as(who), { list: 'enterprises', name, query });

  test('is kept with its filters, without the place in the list, for its owner alone', async () => {
    await keep('memberA', 'Klein', 'size=micro&after=x~y&Bad-Name=1');
    expect((await views('memberA')).map(({ name, query }) => [name, query])).toEqual([['Klein', 'size=micro']]);
    expect(await views('memberB')).toEqual([]);
  });

  test('of the same name is replaced', async () => {
    await keep('memberA', 'Klein', 'size=small');
    expect((await views('memberA')).map(({ query }) => query)).toEqual(['size=small']);
  });

  test('without a name is refused beside the field', async () => {
    await expect(keep('memberA', '  ', '')).rejects.toMatchObject({ issues: [{ path: 'name' }] });
  });

  test('goes when its owner takes it away, and not when somebody else tries', async () => {
    const [view] = await views('memberA');
    const foreign: unknown = await removeView
      .call(as('memberB'), { view: view!.id })
      .catch((problem: unknown) => problem);
    expect(foreign).toBeInstanceOf(Refusal);
    expect((foreign as Refusal).status).toBe(404);
    await removeView.call(as('memberA'), { view: view!.id });
    expect(await views('memberA')).toEqual([]);
  });
});
