import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { embeddedUrl } from '#platform/server/database/embedded/index.ts';
import { endEverything, startInstance, startedFolder, until } from '../support/instance.ts';

const clients: pg.Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end().catch(() => undefined);
  await endEverything();
});

async function connect(folder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: embeddedUrl(folder)! });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}

/** «Help me further», as a browser sends it; the address carries the first half of the form. */
async function askForHelp(address: string, once: string): Promise<number> {
  const about = new URLSearchParams({
    number: '0190090009',
    organisationKind: 'enterprise',
    sector: 'bakery',
    workers: '12',
    municipality: '9140 Temse',
  });
  const answer = await fetch(`${address}/help?/send&${about}`, {
    method: 'POST',
    headers: { origin: address, accept: 'text/html' },
    body: new URLSearchParams({
      _once: once,
      name: 'Bakkerij De Proefvraag',
      contactName: 'Proef Vrager',
      email: 'vrager@proefvraag.example.org',
      consent: 'on',
    }),
    redirect: 'manual',
  });
  return answer.status;
}

/** How many rows each of the tables holds that this command writes. */
async function rowsOf(client: pg.Client): Promise<Record<string, number>> {
  const tables = [
    'leads',
    'enterprises',
    'people',
    'timeline_entries',
    'waiting_tasks',
    'mails',
    'audit_entries',
    'idempotency_keys',
  ];
  const { rows } = await client.query<Record<string, number>>(
    `select ${tables.map((table) => `(select count(*) from ${table})::int as ${table}`).join(', ')}`,
  );
  return rows[0]!;
}

it('a process that is killed in the middle of a command leaves nothing of it, and the same form sent again counts once', async () => {
  const folder = startedFolder();
  const first = await startInstance(folder);
  const outside = await connect(folder);
  const before = await rowsOf(outside);
  const once = randomUUID();

  // The line in the trail is the last that a command writes: all its other rows stand in the transaction by then.
  const gate = await connect(folder);
  await gate.query('begin');
  await gate.query('lock table audit_entries in access exclusive mode');
  const asked = askForHelp(first.address, once).catch(() => 'the connection broke');
  const waiting = async () =>
    (
      await outside.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%insert into audit_entries%'`,
      )
    ).rowCount;
  await until(async () => (await waiting()) === 1);
  first.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');
  expect(await asked).toBe('the connection broke');
  await gate.query('rollback');
  await until(async () => (await waiting()) === 0);
  expect(await rowsOf(outside)).toEqual(before);

  const second = await startInstance(folder);
  expect(await askForHelp(second.address, once)).toBe(303);
  const again = await connect(folder);
  const after = await rowsOf(again);
  expect(after['leads']).toBe(before['leads']! + 1);
  expect(after['enterprises']).toBe(before['enterprises']! + 1);
  expect(await askForHelp(second.address, once)).toBe(303);
  const { audit_entries: _trail, ...same } = await rowsOf(again);
  const { audit_entries: _before, ...expected } = after;
  expect(same).toEqual(expected);
});
