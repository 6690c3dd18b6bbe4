import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { config } from '#platform/server/config.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { endOtherSessions, endSession, noteSession, readAccount, whoAmI } from './operations.ts';
import { signedInByMail } from './signedIn.testing.ts';
import { sessionRevoked } from './store.ts';
import { asSystem, plantAccessWorld, refusalOf } from './world.testing.ts';

const database = useOwnDatabase();
let world: Awaited<ReturnType<typeof plantAccessWorld>>;
beforeAll(async () => {
  world = await plantAccessWorld();
});

const idOf = async (me: { locale: 'nl'; session: string }) =>
  (await readAccount.call(me, {})).sessions.find((session) => session.current)!.id;

describe('an ended session', () => {
  test('is nobody at the next request in another process as well', async () => {
    const [phone, laptop] = [await signedInByMail(world.email('ruben')), await signedInByMail(world.email('ruben'))];
    const other = spawn(process.execPath, [path.resolve('tests/support/otherProcess.ts')], {
      env: {
        ...process.env,
        DATABASE_URL: database.url(),
        KRACHTLIJN_KEY: config().key.toString('hex'),
        VITEST: undefined,
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: other.stdout })[Symbol.asyncIterator]();
    const whoIs = async (session: string) => {
      other.stdin.write(`${session}\n`);
      return (await lines.next()).value as string;
    };
    try {
      expect(await whoIs(phone.session)).toBe(world.people.member1);
      await endSession.call(laptop, { session: await idOf(phone) });
      expect(await whoIs(phone.session)).toBe('nobody');
      expect(await whoIs(laptop.session)).toBe(world.people.member1);
    } finally {
      other.stdin.end();
      await new Promise((closed) => other.once('close', closed));
    }
  });

  test('is told at once to whoever listens, with its id, when the ending is certain', async () => {
    const listener = new pg.Client({ connectionString: database.url() });
    await listener.connect();
    const heard: string[] = [];
    listener.on(
      'notification',
      ({ channel, payload }) => void (channel === sessionRevoked && heard.push(payload ?? '')),
    );
    await listener.query(`listen ${sessionRevoked}`);
    const [first, second] = [await signedInByMail(world.email('lotte')), await signedInByMail(world.email('lotte'))];
    const id = await idOf(first);
    await asSystem((db) => db.run(sql`update web_sessions set seen_at = now() where id = ${id}`));
    await endSession.call(second, { session: id });
    await expect.poll(() => heard).toEqual([id]);
    await listener.end();
  });

  test('all others end with one tap, and this one goes on', async () => {
    const sessions = [];
    for (let device = 0; device < 3; device++) sessions.push(await signedInByMail(world.email('karin')));
    const here = sessions.pop()!;
    expect((await endOtherSessions.call(here, {})).ended).toBe(2);
    for (const gone of sessions) expect((await refusalOf(readAccount.call(gone, {}))).status).toBe(401);
    expect((await whoAmI.call(here, {})).person?.id).toBe(world.people.coordinator2);
    expect((await readAccount.call(here, {})).sessions).toHaveLength(1);
  });
});

test('the list says when a session was last in use, to within some minutes', async () => {
  const me = await signedInByMail(world.email('wim'));
  const seen = async () => (await readAccount.call(me, {})).sessions.find((session) => session.current)!.seenAt;
  const before = await seen();
  expect(await noteSession.call(me, {})).toEqual({ noted: false });
  const later = new Date(before.getTime() + 10 * 60_000);
  expect(await noteSession.call(me, {}, { now: later })).toEqual({ noted: true });
  expect(await seen()).toEqual(later);
});
