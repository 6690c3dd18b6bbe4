import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { livePosition, mostStreams, openStreams, startLive, stopLive } from '#platform/server/live/hub.ts';
import { operationNamed } from '#platform/server/operation.ts';
import { newSecret } from '#platform/server/sealing.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { until } from '../../../../tests/support/instance.ts';
import { live } from './liveDoor.ts';

const database = useOwnDatabase();
let client: pg.Client;
/** A trajectory of which the plan is being written, somebody who writes it, and somebody of another lot. */
let plan: { trajectory: string; writer: string; stranger: string };

beforeAll(async () => {
  client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  const { rows } = await client.query<typeof plan>(
    `select t.id::text as trajectory, g.person_id::text as writer,
       (select o.person_id::text from grants o join providers p on p.id = o.scope_id
        where o.role = 'provider_member' and o.withdrawn_at is null and p.lot_id <> t.lot_id
          and not exists (select 1 from grants x where x.person_id = o.person_id and (x.role <> 'provider_member' or x.scope_id = t.provider_id)) limit 1) as stranger
     from trajectories t join grants g on g.scope_id = t.provider_id and g.role = 'provider_member' and g.withdrawn_at is null
     where t.state = 'planning' limit 1`,
  );
  plan = rows[0]!;
  startLive(database.url());
  await until(() => livePosition() !== '');
});
afterAll(async () => {
  await stopLive();
  await client?.end();
});

interface Browser {
  readonly session: string;
  readonly secret: string;
}

/** A session of somebody, as a browser holds one. */
async function signedIn(person: string): Promise<Browser> {
  const { secret, hash } = newSecret();
  const session = newId();
  await inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    await db.run(
      sql`insert into web_sessions (id, token_hash, person_id, expires_at) values (${session}, ${hash}, ${person}, now() + interval '1 day')`,
    );
  });
  return { session, secret };
}

const ask = (browser: Partial<Browser>, on: string, since = livePosition()) =>
  live({
    url: new URL(`http://localhost/live?on=${on}&since=${since}`),
    request: new Request('http://localhost/live'),
    locals: { visit: { locale: 'nl', heard: '', credentials: { locale: 'nl', session: browser.secret } } },
  } as unknown as RequestEvent);

interface Line {
  /** Everything that came, as `what data`; the beats are left out. */
  readonly said: string[];
  readonly over: () => boolean;
  hangUp(): Promise<void>;
}

async function follow(browser: Browser, on: string, since?: string): Promise<Line> {
  const answer = await ask(browser, on, since);
  expect(answer.status).toBe(200);
  const said: string[] = [];
  const reader = answer.body!.getReader();
  let over = false;
  void (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      for (const frame of new TextDecoder().decode(value).trim().split('\n\n')) {
        const [what, data] = ['event', 'data'].map((name) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1] ?? '');
        if (what !== 'beat') said.push(what === 'refresh' ? what! : `${what} ${data}`);
      }
    }
    over = true;
  })();
  return { said, over: () => over, hangUp: () => reader.cancel() };
}

let typed = 0;

async function savePlan(as = plan.writer): Promise<unknown> {
  const { rows } = await client.query<{ version: number }>('select version from plans where trajectory_id = $1', [
    plan.trajectory,
  ]);
  return operationNamed('trajectories.savePlan')!.call(
    { locale: 'nl', as },
    {
      trajectory: plan.trajectory,
      version: rows[0]?.version ?? 0,
      plan: { needs: [], goals: [], actions: [], cost: { remark: `${(typed += 1)}` } },
    },
  );
}

/** Something is said after everything that should not have been heard: what was not heard by then never comes. */
async function settled(): Promise<void> {
  const before = livePosition();
  await client.query(`select pg_notify('live', $1)`, [
    JSON.stringify([newId(), 'started', '', '', null, null, null, null, null]),
  ]);
  await until(() => livePosition() !== before);
}

describe('a command that is done', () => {
  test('is told to who follows the thing and to who follows everything in their sight, with its id only', async () => {
    const browser = await signedIn(plan.writer);
    const [page, list] = [await follow(browser, `trajectory:${plan.trajectory}`), await follow(browser, 'mine')];
    await savePlan();
    await until(() => page.said.length > 0 && list.said.length > 0);
    expect(page.said).toEqual([`changed trajectory:${plan.trajectory}`]);
    expect(list.said).toEqual(['changed mine']);
    await Promise.all([page.hangUp(), list.hangUp()]);
  });

  test('tells nothing when it is refused, and nothing when its transaction is rolled back', async () => {
    const line = await follow(await signedIn(plan.writer), `trajectory:${plan.trajectory},mine`);
    await expect(savePlan(plan.stranger)).rejects.toMatchObject({ status: 404 });
    await client.query(
      `create function fail_late() returns trigger language plpgsql as $$ begin raise exception 'too late'; end $$`,
    );
    await client.query(
      `create constraint trigger fail_late after insert on audit_entries deferrable initially deferred for each row execute function fail_late()`,
    );
    // Everything was done and said; only the commit fails.
    await expect(savePlan()).rejects.toThrow('too late');
    await client.query('drop function fail_late cascade');
    await settled();
    expect(line.said).toEqual([]);
    await line.hangUp();
  });

  test('is not heard by somebody without a right to see it, neither by name nor in their lists', async () => {
    const stranger = await signedIn(plan.stranger);
    expect((await ask(stranger, `trajectory:${plan.trajectory}`)).status).toBe(404);
    expect((await ask({}, 'mine')).status).toBe(401);
    expect((await ask(stranger, 'trajectory:x')).status).toBe(422);
    const line = await follow(stranger, 'mine');
    await savePlan();
    await settled();
    expect(line.said).toEqual([]);
    await line.hangUp();
  });
});

describe('who comes back', () => {
  test('is told what happened meanwhile, from the last event that they know of', async () => {
    const browser = await signedIn(plan.writer);
    const position = livePosition();
    await savePlan();
    await settled();
    const line = await follow(browser, `trajectory:${plan.trajectory}`, position);
    await until(() => line.said.length > 0);
    expect(line.said).toEqual([`changed trajectory:${plan.trajectory}`]);
    await line.hangUp();
  });

  test('from an event that nobody knows any more is told to read the page anew', async () => {
    const line = await follow(await signedIn(plan.writer), 'mine', newId());
    await until(() => line.said.length > 0);
    expect(line.said).toEqual(['refresh']);
    await line.hangUp();
  });
});

describe('a stream', () => {
  test('ends at once when its session is ended, and others of the same person go on', async () => {
    const [one, two] = [await signedIn(plan.writer), await signedIn(plan.writer)];
    const [ended, kept] = [await follow(one, 'mine'), await follow(two, 'mine')];
    await client.query('update web_sessions set revoked_at = now() where id = $1', [one.session]);
    await until(() => ended.over());
    expect(ended.said).toEqual(['farewell ended']);
    expect((await ask(one, 'mine')).status).toBe(401);
    expect(kept.over()).toBe(false);
    await kept.hangUp();
  });

  test('is decided anew when a role was taken away: what was allowed then is refused now', async () => {
    const person = plan.stranger;
    const line = await follow(await signedIn(person), 'mine');
    await client.query('begin');
    await client.query('update grants set withdrawn_at = now() where person_id = $1', [person]);
    await client.query('commit');
    await until(() => line.over());
    expect(line.said).toEqual(['farewell again']);
    await client.query('update grants set withdrawn_at = null where person_id = $1', [person]);
  });

  test('too many for one session are refused, and closed ones count no more', async () => {
    const browser = await signedIn(plan.writer);
    const open = openStreams();
    const lines: Line[] = [];
    for (let at = 0; at < mostStreams; at += 1) lines.push(await follow(browser, 'mine'));
    expect((await ask(browser, 'mine')).status).toBe(429);
    await lines[0]!.hangUp();
    lines[0] = await follow(browser, 'mine');
    await Promise.all(lines.map((line) => line.hangUp()));
    expect(openStreams()).toBe(open);
  });
});

test('a lost connection to the database is made again, and every page is told to read itself anew', async () => {
  const line = await follow(await signedIn(plan.writer), `trajectory:${plan.trajectory}`);
  const listeners = async () =>
    (
      await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where application_name = 'krachtlijn live' and datname = current_database()`,
      )
    ).rows.map(({ pid }) => pid);
  const [before] = await listeners();
  await client.query('select pg_terminate_backend($1)', [before]);
  await until(() => line.said.length > 0);
  expect(line.said).toEqual(['refresh']);
  expect(await listeners()).not.toContain(before);
  await savePlan();
  await until(() => line.said.length > 1);
  expect(line.said[1]).toBe(`changed trajectory:${plan.trajectory}`);
  await line.hangUp();
});

test('garbage on the channel harms nobody', async () => {
  const line = await follow(await signedIn(plan.writer), 'mine');
  for (const said of ['', '{}', '[]', '"x"', 'null', '[1,2,3,4,5,6,7,8,9]'])
    await client.query('select pg_notify($1, $2)', ['live', said]);
  await settled();
  expect([line.said, line.over()]).toEqual([[], false]);
  await line.hangUp();
});
