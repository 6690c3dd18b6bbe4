import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld, type World } from '../../../../tests/support/world.ts';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { Refusal } from '#platform/server/errors.ts';
import type { NotificationsView } from '../rules/views.ts';
import { readNotifications, readUnsubscribe, saveNotifications, unsubscribe } from './operations.ts';
import { makeEndingLink } from './store.ts';
import { asSystem, personWith } from './world.testing.ts';

const database = useOwnDatabase();
let world: World;
let person: string;
const visitor = { locale: 'nl' } as const;
const now = new Date('2026-11-18T10:00:00Z');

beforeAll(async () => {
  world = await readWorld(database.url());
  person = await personWith(world, 'Uma Klinkaert', 'consultant', 'provider');
});

const link = (kinds: readonly ('tasks' | 'due' | 'changes')[]) =>
  asSystem((db) => makeEndingLink(db, person, kinds, now));
const choices = async () =>
  ((await readNotifications.call({ locale: 'nl', as: person }, {})) as NotificationsView).preferences.choices;
const status = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error: unknown) => (error instanceof Refusal ? error.status : Promise.reject(error as Error)),
  );

describe('a link in a mail', () => {
  test('ends what the mail brought, without signing in, and leaves the rest', async () => {
    const secret = await link(['tasks', 'due']);
    expect(await readUnsubscribe.call(visitor, { secret })).toEqual({ kinds: ['tasks', 'due'] });
    expect(await choices()).toEqual({ tasks: 'daily', due: 'daily', changes: 'weekly' });
    await unsubscribe.call(visitor, { secret, 'List-Unsubscribe': 'One-Click' });
    expect(await choices()).toEqual({ tasks: 'none', due: 'none', changes: 'weekly' });
    // Once more is as good.
    await unsubscribe.call(visitor, { secret });
    await unsubscribe.call(visitor, { secret, which: 'all' });
    expect(await choices()).toEqual({ tasks: 'none', due: 'none', changes: 'none' });
  });

  test('changes nothing by being looked at', async () => {
    await saveNotifications.call(
      { locale: 'nl', as: person },
      { tasks: 'once', due: 'daily', changes: 'none', fromHour: 7, untilHour: 9, weekday: 2, quietDays: [], quietHolidays: false, locale: 'de' }, // prettier-ignore
    );
    const secret = await link(['tasks']);
    for (let time = 0; time < 3; time++) await readUnsubscribe.call(visitor, { secret });
    expect(await choices()).toMatchObject({ tasks: 'once' });
  });

  test('keeps the times and the language that somebody chose', async () => {
    await unsubscribe.call(visitor, { secret: await link(['tasks']) });
    const { preferences } = (await readNotifications.call({ locale: 'nl', as: person }, {})) as NotificationsView;
    expect(preferences).toMatchObject({
      fromHour: 7,
      untilHour: 9,
      weekday: 2,
      locale: 'de',
      choices: { due: 'daily' },
    });
  });

  test('that nobody sent opens nothing', async () => {
    expect(await status(readUnsubscribe.call(visitor, { secret: 'guess' }))).toBe(404);
    expect(await status(unsubscribe.call(visitor, { secret: 'guess', which: 'all' }))).toBe(404);
  });

  test('is kept as a hash, and shows nobody the links of others', async () => {
    const secret = await link(['tasks']);
    const rows = await asSystem((db) => db.many(sql`select l::text as row from notice_links l`));
    expect(JSON.stringify(rows)).not.toContain(secret);
    const seen = await inTransaction('read', async (db) => {
      await enterScope(db, { actor: `person:${person}`, person });
      return [
        ...(await db.many(sql`select 1 from notice_links`)),
        ...(await db.many(sql`select 1 from notices where person_id <> ${person}`)),
        ...(await db.many(sql`select 1 from notice_choices where person_id <> ${person}`)),
      ];
    });
    expect(seen).toEqual([]);
  });

  test('leaves a line in the trail that names kinds and no value of anybody', async () => {
    const rows = await asSystem((db) =>
      db.many<{ details: object; actor_kind: string }>(
        sql`select actor_kind, details from audit_entries where operation = 'notifications.unsubscribe' order by id limit 1`,
      ),
    );
    expect(rows[0]).toEqual({ actor_kind: 'visitor', details: { ended: 'tasks due', which: 'these' } });
  });
});

describe('preferences', () => {
  test('that leave no hour, or fall on a quiet day, are refused beside their field', async () => {
    const save = (change: object) =>
      saveNotifications
        .call(
          { locale: 'nl', as: person },
          { tasks: 'daily', due: 'daily', changes: 'none', fromHour: 8, untilHour: 18, weekday: 1, quietDays: ['7'], quietHolidays: true, locale: 'pages', ...change }, // prettier-ignore
        )
        .then(
          () => [],
          (error: { issues: { path: string }[] }) => error.issues.map(({ path }) => path),
        );
    expect(await save({ untilHour: 9 })).toEqual(['untilHour']);
    expect(await save({ weekday: 7 })).toEqual(['weekday']);
    expect(await save({ tasks: 'hourly' })).toEqual(['tasks']);
    expect(await save({})).toEqual([]);
  });
});
