import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { makeCalendar } from '#modules/notifications/server/operations.ts';
import { makeEndingLink } from '#modules/notifications/server/store.ts';
import { config } from '#platform/server/config.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { useOwnDatabase } from '../support/database.ts';
import { endEverything, newFolder, startInstance, type Instance } from '../support/instance.ts';
import { readWorld } from '../support/world.ts';

/** Programs that come without a person: mail scanners, the button of a mail program, and calendars. None of them signs in. */
const database = useOwnDatabase();
let instance: Instance;
let person: string;

beforeAll(async () => {
  const world = await readWorld(database.url());
  person = world.ids['consultant']!;
  instance = await startInstance(newFolder(), {
    env: { DATABASE_URL: database.url(), KRACHTLIJN_KEY: config().key.toString('hex') },
  });
});
afterAll(endEverything);

const asSystem = <Result>(work: (db: Db) => Promise<Result>) =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });

const ask = (path: string, init: RequestInit = {}) => fetch(instance.address + path, { redirect: 'manual', ...init });
const chosen = () =>
  asSystem((db) =>
    db.maybe<{ choices: Record<string, string> }>(sql`select choices from notice_choices where person_id = ${person}`),
  );
const newLink = () => asSystem((db) => makeEndingLink(db, person, ['tasks'], new Date()));
const oneClick = (origin?: string): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    accept: '*/*',
    ...(origin === undefined ? {} : { origin }),
  },
  body: 'List-Unsubscribe=One-Click',
});

describe('the link in a mail that ends such mails', () => {
  test('ends nothing for a scanner that opens it, and nothing for a form that another site sends', async () => {
    const secret = await newLink();
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await ask(`/unsubscribe/${secret}`, { method, headers: { accept: 'text/html' } })).status).toBe(200);
    for (const origin of ['https://elsewhere.example.org', 'null'])
      expect((await ask(`/unsubscribe/${secret}`, oneClick(origin))).status).toBe(403);
    expect(await chosen()).toBeUndefined();
  });

  test('ends the mails at one click in a mail program: no origin, no cookie, no redirect', async () => {
    const secret = await newLink();
    const answer = await ask(`/unsubscribe/${secret}`, oneClick());
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await chosen())?.choices).toMatchObject({ tasks: 'none', due: 'daily' });
  });

  test('asks a person, who ends everything with a button and without a script', async () => {
    const secret = await newLink();
    const page = await (await ask(`/unsubscribe/${secret}`, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('name="which"');
    const answer = await ask(`/unsubscribe/${secret}`, {
      method: 'POST',
      headers: { origin: instance.address, accept: 'text/html' },
      body: new URLSearchParams({ which: 'all' }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('role="status"');
    expect((await chosen())?.choices).toEqual({ tasks: 'none', due: 'none', changes: 'none' });
  });

  test('that nobody sent is an unknown page', async () => {
    const unknown = `/unsubscribe/${'x'.repeat(43)}`;
    expect((await ask(unknown, { headers: { accept: 'text/html' } })).status).toBe(404);
    expect((await ask(unknown, oneClick())).status).toBe(404);
  });
});

describe('the address of a calendar', () => {
  const newFeed = async () => {
    const made = (await makeCalendar.call({ locale: 'nl', as: person }, { names: false })) as { address: string };
    return new URL(made.address).pathname;
  };

  test('is read without a cookie, and not sent again to who has it', async () => {
    const path = await newFeed();
    const first = await ask(path);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toContain('private');
    expect(await first.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const etag = first.headers.get('etag')!;
    const again = await ask(path, { headers: { 'if-none-match': `"other", ${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('that was renewed, or guessed, opens nothing', async () => {
    const old = await newFeed();
    await newFeed();
    expect((await ask(old)).status).toBe(404);
    expect((await ask(`/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404);
  });

  test('is counted: who asks very often is told to wait', async () => {
    const path = await newFeed();
    await asSystem((db) =>
      db.run(sql`update door_uses set uses = 10000 where operation = 'notifications.readCalendar'`),
    );
    expect((await ask(path)).status).toBe(429);
  });
});
