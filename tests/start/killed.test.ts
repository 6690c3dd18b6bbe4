import path from 'node:path';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { embeddedUrl } from '#platform/server/database/embedded/index.ts';
import { runningServer } from '#platform/server/database/embedded/cluster.ts';
import { endEverything, startInstance, startedFolder, until } from '../support/instance.ts';

afterEach(endEverything);

/** Writes numbers one transaction at a time until the connection breaks; gives those that were acknowledged. */
async function writeUntilBroken(folder: string): Promise<{ acknowledged: number[]; broken: Promise<void> }> {
  const client = new pg.Client({ connectionString: embeddedUrl(folder)! });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table if not exists numbers_of_test (number int primary key)');
  const acknowledged: number[] = [];
  const broken = (async () => {
    for (let number = 0; ; number++) {
      try {
        await client.query('insert into numbers_of_test values ($1)', [number]);
      } catch {
        return;
      }
      acknowledged.push(number);
    }
  })();
  await until(() => acknowledged.length > 50);
  return { acknowledged, broken };
}

async function storedNumbers(folder: string): Promise<Set<number>> {
  const client = new pg.Client({ connectionString: embeddedUrl(folder)! });
  await client.connect();
  const { rows } = await client.query<{ number: number }>('select number from numbers_of_test');
  await client.end();
  return new Set(rows.map((row) => row.number));
}

it('after the application was killed, the next start stops the database it left behind and has lost nothing', async () => {
  const folder = startedFolder();
  const first = await startInstance(folder);
  const { acknowledged, broken } = await writeUntilBroken(folder);
  first.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');
  const orphan = runningServer(path.join(folder, 'postgres'));
  expect(orphan).not.toBeNull();

  const second = await startInstance(folder);
  await broken;
  expect(second.said()).toContain(`process ${orphan!.pid}) was left behind`);
  expect(runningServer(path.join(folder, 'postgres'))!.pid).not.toBe(orphan!.pid);
  const stored = await storedNumbers(folder);
  expect(acknowledged.filter((number) => !stored.has(number))).toEqual([]);
});

it('a database that is killed is started again by itself and has lost nothing', async () => {
  const folder = startedFolder();
  const instance = await startInstance(folder);
  const { acknowledged, broken } = await writeUntilBroken(folder);
  process.kill(runningServer(path.join(folder, 'postgres'))!.pid, 'SIGKILL');
  await broken;
  await instance.untilSaid(/The database server runs again/);
  await until(async () => (await fetch(`${instance.address}/healthz`)).status === 200);
  expect((await fetch(`${instance.address}/`)).status).toBe(200);
  const stored = await storedNumbers(folder);
  expect(acknowledged.filter((number) => !stored.has(number))).toEqual([]);
});

it('application and database killed together: the next start recovers', async () => {
  const folder = startedFolder();
  const first = await startInstance(folder);
  const { acknowledged, broken } = await writeUntilBroken(folder);
  first.kill('SIGKILL');
  process.kill(runningServer(path.join(folder, 'postgres'))!.pid, 'SIGKILL');
  await broken;
  const second = await startInstance(folder);
  expect((await fetch(`${second.address}/healthz`)).status).toBe(200);
  const stored = await storedNumbers(folder);
  expect(acknowledged.filter((number) => !stored.has(number))).toEqual([]);
});
