import ICAL from 'ical.js';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld, type World } from '../../../../tests/support/world.ts';
import { Refusal } from '#platform/server/errors.ts';
import type { Download } from '#platform/server/door.ts';
import { closeTask } from '#platform/server/registries.ts';
import { downloadCalendar, endCalendar, makeCalendar, nameCalendar, readCalendar } from './operations.ts';
import { asSystem, personWith, taskFor } from './world.testing.ts';

const database = useOwnDatabase();
let world: World;
let person: string;
let enterprise: string;
const visitor = { locale: 'nl' } as const;
const now = new Date('2026-03-20T09:00:00Z');
const me = () => ({ locale: 'nl' as const, as: person });

/** The days on which clocks in Belgium change. */
const spring = '2026-03-29';
const autumn = '2026-10-25';
let subjects: string[];

beforeAll(async () => {
  world = await readWorld(database.url());
  person = await personWith(world, 'Otto Klinkaert', 'auditor', 'programme');
  const { name } = await asSystem((db) =>
    db.one<{ name: string }>(sql`select name from enterprises where id = ${world.ids['enterprise']!}`),
  );
  enterprise = name;
  subjects = [
    await taskFor(world, person, 'auditor', now, spring),
    await taskFor(world, person, 'auditor', now, autumn),
    await taskFor(world, person, 'auditor', now, null),
  ];
});

const secretIn = (address: string) => /\/calendar\/([\w-]{43})\.ics$/.exec(address)![1]!;
const make = async (names = false) =>
  secretIn(((await makeCalendar.call(me(), { names }, { now })) as { address: string }).address);
const feed = (secret: string) => readCalendar.call(visitor, { secret }, { now }) as Promise<Download>;

/** Read as a calendar program does. */
function eventsIn({ bytes }: Download) {
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(bytes).toString('utf8')) as never);
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    return {
      uid: event.uid,
      title: event.summary,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      wholeDay: event.startDate.isDate,
      sequence: event.sequence,
      url: String(part.getFirstPropertyValue('url')),
    };
  });
}

const status = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error: unknown) => (error instanceof Refusal ? error.status : Promise.reject(error as Error)),
  );

describe('a calendar', () => {
  test('holds whole days that no time zone moves, also when the clock changes', async () => {
    const events = eventsIn(await feed(await make()));
    expect(events.map(({ start, end, wholeDay }) => [start, end, wholeDay])).toEqual([
      [spring, '2026-03-30', true],
      [autumn, '2026-10-26', true],
    ]);
  });

  test('says what kind of thing it is, and whose only where somebody asked for names', async () => {
    expect(eventsIn(await feed(await make()))[0]!.title).toBe('Plan van aanpak');
    await nameCalendar.call(me(), { names: true });
    const secret = await make(true);
    expect(eventsIn(await feed(secret))[0]!.title).toBe(`Plan van aanpak: ${enterprise}`);
    await nameCalendar.call(me(), { names: false });
    const { bytes } = await feed(secret);
    expect(Buffer.from(bytes).toString()).not.toContain(enterprise.slice(0, 12));
  });

  test('keeps an event the same one when its day changes, under a higher number; what is done goes', async () => {
    const secret = await make();
    const [before] = eventsIn(await feed(secret));
    await asSystem((db) => db.run(sql`update waiting_tasks set due = '2026-04-02' where subject_id = ${subjects[0]!}`));
    const [after] = eventsIn(await feed(secret));
    expect(after).toEqual({ ...before, start: '2026-04-02', end: '2026-04-03', sequence: before!.sequence + 1 });
    await asSystem((db) => closeTask(db, 'trajectories.readPlan', subjects[0]!));
    expect(eventsIn(await feed(secret)).map(({ start }) => start)).toEqual([autumn]);
  });

  test('has the same mark while nothing changes, and another one afterwards', async () => {
    const secret = await make();
    const later = new Date(now.getTime() + 3_600_000);
    const first = await feed(secret);
    const second = (await readCalendar.call(visitor, { secret }, { now: later })) as Download;
    expect(second.etag).toBe(first.etag);
    expect(first.etag).toMatch(/^"[0-9a-f]{64}"$/);
    await asSystem((db) => db.run(sql`update waiting_tasks set due = '2026-04-09' where subject_id = ${subjects[1]!}`));
    expect((await feed(secret)).etag).not.toBe(first.etag);
  });

  test('as a file holds what its address shows', async () => {
    const secret = await make();
    const file = (await downloadCalendar.call(me(), {}, { now })) as Download;
    expect(file.mediaType).toBe('text/calendar; charset=utf-8');
    expect(eventsIn(file)).toEqual(eventsIn(await feed(secret)));
  });
});

describe('the address of a calendar', () => {
  test('is kept as a hash; a new one ends the old one, and closing ends it', async () => {
    const first = await make();
    const rows = await asSystem((db) => db.many(sql`select f::text as row from calendar_feeds f`));
    expect(JSON.stringify(rows)).not.toContain(first);
    const second = await make();
    expect(await status(feed(first))).toBe(404);
    expect(await status(feed(second))).toBe(200);
    await endCalendar.call(me(), {});
    expect(await status(feed(second))).toBe(404);
    expect(await status(nameCalendar.call(me(), { names: true }))).toBe(404);
  });

  test('shows what its owner may see now: a role that is taken back takes the days along', async () => {
    const secret = await make();
    expect(eventsIn(await feed(secret))).not.toEqual([]);
    await asSystem((db) => db.run(sql`update grants set withdrawn_at = now() where person_id = ${person}`));
    expect(eventsIn(await feed(secret))).toEqual([]);
  });

  test('gives no key against double sending, since its answer is kept nowhere', async () => {
    expect(await status(makeCalendar.call(me(), { names: false }, { idempotencyKey: 'x' }))).toBe(400);
  });

  test('leaves a line in the trail without its secret', async () => {
    const rows = await asSystem((db) =>
      db.many<{ details: object }>(
        sql`select details from audit_entries where operation = 'notifications.makeCalendar' order by id limit 2`,
      ),
    );
    expect(rows.map(({ details }) => details)).toEqual([{ names: false }, { names: false }]);
  });
});
