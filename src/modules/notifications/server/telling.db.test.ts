import pg from 'pg';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld, type World } from '../../../../tests/support/world.ts';
import { newestLetters } from '#platform/server/mail.ts';
import { readPeople } from '#platform/server/people.ts';
import { closeTask } from '#platform/server/registries.ts';
import type { NotificationsView } from '../rules/views.ts';
import { readNotifications, saveNotifications, sendNow } from './operations.ts';
import { tell, tellEverybody } from './telling.ts';
import { asSystem, lettersTo, personWith, sent, taskFor, useMailServer } from './world.testing.ts';

const database = useOwnDatabase();
const received = useMailServer();
let world: World;
let ann: string;

const role = 'provider_member' as const;
/** In Brussels: Tuesday to Thursday at half past eight. */
const tuesday = new Date('2026-11-17T07:30:00Z');
const wednesday = new Date('2026-11-18T07:30:00Z');
const thursday = new Date('2026-11-19T07:30:00Z');
const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000);

const wanted = (change: object = {}) => ({
  tasks: 'daily',
  due: 'daily',
  changes: 'none',
  fromHour: 8,
  untilHour: 18,
  weekday: 1,
  quietDays: ['6', '7'],
  quietHolidays: true,
  locale: 'pages',
  ...change,
});

beforeAll(async () => {
  world = await readWorld(database.url());
  ann = await personWith(world, 'Ann Klinkaert', role, 'provider');
});

describe('a digest', () => {
  test('begins where somebody is first told: what waited before is no news', async () => {
    await taskFor(world, ann, role, before(tuesday, 600));
    expect(await tell(ann, 'daily', tuesday)).toBe(false);
    expect(await lettersTo(ann)).toEqual([]);
  });

  test('leaves once a day, however often the job runs and however many run it', async () => {
    await taskFor(world, ann, role, before(wednesday, 300));
    const told = await Promise.all(Array.from({ length: 5 }, () => tell(ann, 'daily', wednesday)));
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await tell(ann, 'daily', new Date(wednesday.getTime() + 3_600_000))).toBe(false);
    const letters = await lettersTo(ann);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.parameters).toMatchObject({ stream: 'daily', 'tasks.plan': 1 });
  });

  test('of a process that dies halfway leaves afterwards, once', async () => {
    const eva = await personWith(world, 'Eva Klinkaert', role, 'provider');
    await tell(eva, 'daily', tuesday);
    await taskFor(world, eva, role, before(wednesday, 300));
    const owner = new pg.Client({ connectionString: database.url() });
    await owner.connect();
    await owner.query(`create function fail() returns trigger language plpgsql as $$ begin raise 'the lights went out'; end $$;
      create trigger fail before insert on mails for each row execute function fail()`);
    await expect(tell(eva, 'daily', wednesday)).rejects.toThrow('the lights went out');
    await owner.query('drop trigger fail on mails');
    await owner.end();
    expect(await lettersTo(eva)).toEqual([]);
    expect(await tell(eva, 'daily', wednesday)).toBe(true);
    expect(await tell(eva, 'daily', wednesday)).toBe(false);
    expect(await lettersTo(eva)).toHaveLength(1);
  });

  test('tells nothing that was done meanwhile, and nothing twice', async () => {
    const done = await taskFor(world, ann, role, before(thursday, 300));
    await asSystem((db) => closeTask(db, 'trajectories.readPlan', done));
    expect(await tell(ann, 'daily', thursday)).toBe(false);
    expect(await lettersTo(ann)).toHaveLength(1);
  });

  test('reaches a real mail server with a link that ends it, in its head too, and with no name anywhere', async () => {
    const [letter] = await lettersTo(ann);
    const text = await sent(letter!.id, received);
    expect(text).toContain('Subject: Nieuws in Krachtlijn');
    expect(text).toMatch(/List-Unsubscribe: <http[^>]+\/unsubscribe\/[\w-]{43}>/);
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(text).toContain('- Plan van aanpak: 1');
    expect(text).toMatch(/^To: ann\.klinkaert@nieuws\.example\.org/m);
    expect(text).not.toContain('Klinkaert');
  });

  test('comes in the language that somebody chose for mails', async () => {
    const fri = new Date('2026-11-20T07:30:00Z');
    await saveNotifications.call({ locale: 'nl', as: ann }, wanted({ locale: 'fr' }), { now: thursday });
    await taskFor(world, ann, role, before(fri, 60));
    expect(await tell(ann, 'daily', fri)).toBe(true);
    expect((await lettersTo(ann)).at(-1)).toMatchObject({ locale: 'fr' });
  });

  test('of a week brings together what the days brought', async () => {
    const bea = await personWith(world, 'Bea Klinkaert', role, 'provider');
    await saveNotifications.call({ locale: 'nl', as: bea }, wanted({ tasks: 'weekly', due: 'none', weekday: 3 }), {
      now: new Date('2026-11-12T10:00:00Z'),
    });
    await taskFor(world, bea, role, new Date('2026-11-13T10:00:00Z'));
    await taskFor(world, bea, role, new Date('2026-11-16T10:00:00Z'));
    expect(await tell(bea, 'weekly', tuesday)).toBe(false);
    expect(await tell(bea, 'weekly', wednesday)).toBe(true);
    expect(await tell(bea, 'weekly', thursday)).toBe(false);
    expect((await lettersTo(bea))[0]!.parameters).toMatchObject({ stream: 'weekly', 'tasks.plan': 2 });
  });

  test('of nobody who wants none', async () => {
    const dirk = await personWith(world, 'Dirk Klinkaert', role, 'provider');
    await saveNotifications.call({ locale: 'nl', as: dirk }, wanted({ tasks: 'none', due: 'none' }), { now: tuesday });
    await taskFor(world, dirk, role, before(wednesday, 60));
    await tellEverybody(wednesday);
    expect(await lettersTo(dirk)).toEqual([]);
  });
});

describe('at once', () => {
  test('is within minutes while mail may come, and waits for the morning when it may not', async () => {
    const cas = await personWith(world, 'Cas Klinkaert', role, 'provider');
    await saveNotifications.call({ locale: 'nl', as: cas }, wanted({ tasks: 'once' }), { now: tuesday });
    const evening = new Date('2026-11-18T19:00:00Z');
    await taskFor(world, cas, role, before(evening, 5));
    expect(await tell(cas, 'once', evening)).toBe(false);
    expect(await tell(cas, 'once', thursday)).toBe(true);
    expect(await tell(cas, 'once', new Date(thursday.getTime() + 300_000))).toBe(false);

    const noon = new Date('2026-11-19T11:00:00Z');
    await taskFor(world, cas, role, before(noon, 3));
    const told = await Promise.all(Array.from({ length: 4 }, () => tell(cas, 'once', noon)));
    expect(told.filter(Boolean)).toHaveLength(1);
  });
});

describe('the next mail', () => {
  test('is sent at once when somebody asks, and not told again', async () => {
    const fie = await personWith(world, 'Fie Klinkaert', role, 'provider');
    const me = { locale: 'nl', as: fie } as const;
    await tell(fie, 'daily', tuesday);
    await taskFor(world, fie, role, before(wednesday, 300));
    const { preview } = (await readNotifications.call(me, {}, { now: wednesday })) as NotificationsView;
    await sendNow.call(me, {}, { now: wednesday });
    await expect(sendNow.call(me, {}, { now: wednesday })).rejects.toMatchObject({ status: 409 });
    const [letter, ...others] = await lettersTo(fie);
    expect(others).toEqual([]);
    const text = await sent(letter!.id, received);
    for (const line of preview!.lines.split('\n')) expect(text).toContain(line);
    expect(await tell(fie, 'daily', thursday)).toBe(false);
  });
});

describe('whoever gets a digest of whatever there is', () => {
  test('reads no value of any person, no enterprise and no number of one', async () => {
    const week = new Date('2026-11-26T07:30:00Z');
    // Everybody of the example wants everything, from a moment before most of it happened.
    await asSystem((db) =>
      db.run(sql`insert into notice_choices (person_id, choices, from_hour, until_hour, weekday, quiet_days, changed_at)
        select distinct person_id, '{"tasks":"daily","due":"daily","changes":"daily"}'::jsonb, 8, 18, 1, '{}'::int[], ${new Date('2026-11-12T07:30:00Z')}::timestamptz from grants
        on conflict (person_id) do update set choices = excluded.choices`),
    );
    await asSystem((db) =>
      db.run(sql`update timeline_entries set recorded_at = '2026-11-20T10:00:00Z', by_person = null`),
    );
    await asSystem((db) => db.run(sql`update waiting_tasks set opened_at = '2026-11-20T10:00:00Z'`));
    expect(await tellEverybody(week)).toBeGreaterThan(10);

    const letters = (await asSystem((db) => newestLetters(db, 500))).filter(({ subject }) =>
      /Nieuws|News|nouveau|Neues/.test(subject),
    );
    expect(letters.length).toBeGreaterThan(10);
    const enterprises = await asSystem((db) =>
      db.many<{ name: string; number: string }>(sql`select name, number from enterprises`),
    );
    const people = await asSystem(async (db) => {
      const rows = await db.many<{ id: string }>(sql`select id from people where sealed is not null`);
      return readPeople(db, rows.map(({ id }) => id)); // prettier-ignore
    });
    const secrets = [
      ...enterprises.flatMap(({ name, number }) => [name, number]),
      ...[...people.values()].flatMap(({ name, email, phone }) => [name, ...name.split(' '), email, phone]),
    ].filter((value): value is string => typeof value === 'string' && value.length > 3);
    expect(secrets.length).toBeGreaterThan(100);
    for (const { subject, body } of letters) {
      // The links hold a secret of chance letters: what stands beside them is read.
      const text = `${subject}\n${body.replaceAll(/https?:\S+/g, '')}`;
      const words = new Set(text.split(/[^\p{L}\p{N}@.]+/u));
      expect(secrets.filter((value) => (/\W/u.test(value) ? text.includes(value) : words.has(value)))).toEqual([]);
      expect(text).not.toMatch(/\d{4}/);
    }
  });
});
