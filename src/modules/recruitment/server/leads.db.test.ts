import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import type { InvalidInput } from '#platform/server/errors.ts';
import { actsIn, type Who } from './leadActs.testing.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { LeadListView } from '../rules/views.ts';
import { declineLead, exportLeads, listLeads, logContact, takeLead } from './operations.ts';
import {
  ask,
  at,
  inSystem,
  leadRow,
  monday,
  newNumber,
  plantWorld,
  refusal,
  tasksOf,
  today,
  type World,
  timeline,
} from './world.testing.ts';

useOwnDatabase();
let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const { by, read, version, newLead, take, takenLead, handOver, decline, convert, because } = actsIn(() => world);

describe('taking a lead', () => {
  test('makes it mine, for everybody to see', async () => {
    const lead = await takenLead();
    expect((await read('colleague', lead)).takenBy).toEqual({ name: 'Ann Proef', me: false });
    expect(await tasksOf(lead)).toMatchObject([{ person: world.people.alimento, due: monday }]);
  });

  test('by two at once is won by one; the other reads that somebody has it', async () => {
    const lead = await newLead();
    const outcomes = await Promise.allSettled([take('alimento', lead), take('colleague', lead)]);
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect((lost[0] as PromiseRejectedResult).reason).toMatchObject({
      status: 409,
      textKey: 'recruitment.office:lead.taken',
    });
  });

  test('of another fund is as if it did not exist', async () => {
    const lead = await newLead();
    for (const who of ['cobot', 'unizo', 'coordinator5'] as const) {
      expect((await refusal(read(who, lead))).status, who).toBe(404);
      expect((await refusal(take(who, lead))).status, who).toBe(404);
    }
  });

  test('is not for who only reads', async () => {
    const lead = await newLead();
    for (const who of ['manager', 'auditor'] as const) {
      expect((await refusal(take(who, lead))).status, who).toBe(403);
      expect((await read(who, lead)).actions.take.shown).toBe(false);
    }
    expect((await refusal(handOver('auditor', lead, 'cobot'))).status).toBe(403);
  });

  test('is not possible once it was declined', async () => {
    const lead = await takenLead();
    await decline(lead);
    expect(await because(take('colleague', lead))).toBe('409 recruitment.office:lead.is.declined');
    expect((await read('colleague', lead)).actions.take.because).toBe('lead.is.declined');
  });
});

describe('the log of contacts', () => {
  const log = async (lead: string, more: object) =>
    logContact.call(
      by('alimento'),
      { lead, version: await version(lead), on: today, channel: 'phone', words: 'Gebeld.', ...more },
      at(),
    );

  test('keeps what was said and plans the next contact', async () => {
    const lead = await takenLead();
    await log(lead, { nextContactOn: '2026-12-01' });
    const view = await read('colleague', lead);
    expect(view).toMatchObject({
      nextContactOn: '2026-12-01',
      log: [{ day: today, channel: 'phone', words: 'Gebeld.', by: 'Ann Proef' }],
    });
    expect(await tasksOf(lead)).toMatchObject([{ due: '2026-12-01' }]);
  });

  test('never leaves an open lead without a day', async () => {
    const lead = await takenLead();
    await log(lead, { channel: 'no_answer' });
    expect((await read('alimento', lead)).nextContactOn).toBe(monday);
  });

  test('closes what waited for an answer to a second request', async () => {
    const number = newNumber();
    const lead = await takenLead({ number });
    await ask({ number, email: `b.${number}@proefkorst.example.org` });
    expect(await tasksOf(lead)).toHaveLength(2);
    await log(lead, {});
    expect((await tasksOf(lead)).map(({ kind }) => kind)).toEqual(['recruitment.contactLead']);
  });

  test('refuses a contact that is still to come, or a next one before it, beside the field', async () => {
    const lead = await takenLead();
    const field = async (more: object) => ((await refusal(log(lead, more))) as InvalidInput).issues[0]!.path;
    expect(await field({ on: '2026-11-19' })).toBe('on');
    expect(await field({ on: today, nextContactOn: '2026-11-01' })).toBe('nextContactOn');
    expect(await field({ channel: 'pigeon' })).toBe('channel');
  });

  test('is shown to the office and not to the enterprise', async () => {
    const lead = await takenLead();
    await log(lead, {});
    const { trajectory } = await convert(lead);
    const { enterprise, contact } = await leadRow(lead);
    expect(await timeline(world.people.alimento, enterprise)).toContain('Ann Proef: telefoon');
    expect(await timeline(contact, enterprise)).toEqual([
      'Traject begonnen met Ann Proef',
      'Vraag om hulp via de website',
    ]);
    expect(trajectory).toBeTruthy();
  });
});

describe('the list', () => {
  const list = (who: Who, input: object = {}) => listLeads.call(by(who), input, at()) as Promise<LeadListView>;

  test('puts who waits longest on top and marks what is late', async () => {
    const lead = await newLead({ name: 'Bakkerij De Oude Korst' });
    await inSystem((db) => db.run(sql`update leads set next_contact_on = '2020-01-01' where id = ${lead}`));
    const { leads } = await list('alimento');
    expect(leads[0]).toMatchObject({ id: lead, late: true });
    const days = leads.map(({ nextContactOn }) => nextContactOn ?? '9999');
    expect(days).toEqual([...days].sort());
  });

  test('is searched by name and by number, and filtered by state and fund', async () => {
    const number = newNumber();
    const lead = await newLead({ number, name: 'Bakkerij Zoekkorst' });
    const found = async (input: object, who: Who = 'alimento') => (await list(who, input)).leads.map(({ id }) => id);
    expect(await found({ words: 'zoekkorst' })).toEqual([lead]);
    expect(await found({ words: `BE ${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}` })).toEqual([lead]);
    expect(await found({ words: '100%' })).toEqual([]);
    expect(await found({ words: 'zoekkorst', state: 'declined' })).toEqual([]);
    expect(await found({ words: 'zoekkorst', fund: world.provider('alimento').id }, 'manager')).toEqual([lead]);
    expect(await found({ words: 'zoekkorst', fund: world.provider('cobot').id }, 'manager')).toEqual([]);
    const mangled = { state: 'nonsense', fund: 'x', size: 'huge', sector: "x'", from: 'soon', sort: 'up', after: '~~' };
    expect((await list('alimento', mangled)).chosen).toEqual({});
  });

  test.each([
    ['open', 'open'],
    ['closed', 'declined'],
  ])('shows every %s lead once over its pages', async (_, state) => {
    for (let made = 0; made < 34; made++) {
      const lead = await newLead({ sector: 'textile' });
      if (state === 'declined') {
        await takeLead.call(by('cobot'), { lead, version: 1 }, at());
        await declineLead.call(by('cobot'), { lead, version: 2, reason: 'not_now', words: '' }, at());
      }
    }
    const seen: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await list('cobot', { state, after });
      seen.push(...page.leads.map(({ id }) => id));
      after = page.next ?? undefined;
      pages += 1;
    } while (after && pages < 10);
    expect(pages).toBeGreaterThan(1);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await list('cobot', { state })).counts[state as 'open']);
  });

  /** A list to its end, page by page. */
  async function whole(who: Who, input: object) {
    const rows: LeadListView['leads'][number][] = [];
    let after: string | undefined;
    do {
      const page = await list(who, { ...input, ...(after ? { after } : {}) });
      rows.push(...page.leads);
      after = page.next ?? undefined;
    } while (after);
    return rows;
  }

  test('narrowed by size, sector and the day it came in gives exactly the requests that fit', async () => {
    const facts = await inSystem((db) =>
      db.many<{ id: string; size: string; sector: string | null; day: string }>(
        sql`select l.id, e.size, e.sector_code as sector, (l.created_at at time zone 'Europe/Brussels')::date::text as day
          from leads l join enterprises e on e.id = l.enterprise_id`,
      ),
    );
    const of = new Map(facts.map((row) => [row.id, row]));
    const everything = await whole('manager', {});
    expect(everything.length).toBeGreaterThan(40);
    const fits = async (input: object, fit: (row: (typeof facts)[number]) => boolean) => {
      const ids = (await whole('manager', input)).map(({ id }) => id);
      expect(ids).toEqual(everything.map(({ id }) => id).filter((id) => fit(of.get(id)!)));
      expect((await list('manager', input)).counted).toEqual({ count: ids.length, more: false });
    };
    for (const size of new Set(facts.map((row) => row.size))) await fits({ size }, (row) => row.size === size);
    for (const sector of new Set(facts.flatMap((row) => row.sector ?? [])))
      await fits({ sector }, (row) => row.sector === sector);
    for (const day of new Set(facts.map((row) => row.day))) {
      await fits({ from: day, until: day }, (row) => row.day === day);
      await fits({ from: day }, (row) => row.day >= day);
    }
  });

  test('sorted by the day it came in holds the same requests, and each page goes on where the last ended', async () => {
    const usual = (await whole('manager', {})).map(({ id }) => id);
    const newest = (await whole('manager', { sort: 'newest' })).map(({ id }) => id);
    const oldest = (await whole('manager', { sort: 'oldest' })).map(({ id }) => id);
    expect([...newest].sort()).toEqual([...usual].sort());
    expect(oldest).toEqual([...newest].reverse());
    const days = (await whole('manager', { sort: 'oldest' })).map(({ cameIn }) => cameIn);
    expect(days).toEqual([...days].sort());
  });

  test('follows a correction of its enterprise', async () => {
    const lead = await newLead({ name: 'Bakkerij De Nieuwe Maat' });
    await inSystem((db) =>
      db.run(sql`update enterprises set workers = 900 where id = (select enterprise_id from leads where id = ${lead})`),
    );
    expect((await whole('alimento', { size: 'large' })).map(({ id }) => id)).toContain(lead);
  });

  test('leaves as a file with the same rows, the same filters and the same sight', async () => {
    const filed = async (who: Who, input: object) => {
      const ids: unknown[] = [];
      for await (const row of (await exportLeads.call(by(who), input, at())).rows) ids.push(row['id']);
      return ids;
    };
    for (const [who, input] of [
      ['manager', { sort: 'newest' }],
      ['cobot', { state: 'declined' }],
      ['alimento', { size: 'large' }],
    ] as const)
      expect(await filed(who, input)).toEqual((await whole(who, input)).map(({ id }) => id));
  });

  test('offers funds to filter by only to who sees several', async () => {
    expect((await list('alimento')).funds).toEqual([]);
    expect((await list('coordinator2')).funds.length).toBeGreaterThan(3);
    expect((await list('manager')).funds.length).toBeGreaterThan((await list('coordinator2')).funds.length);
  });
});
