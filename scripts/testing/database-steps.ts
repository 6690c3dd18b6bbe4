import { rmSync } from 'node:fs';
import pg from 'pg';
import { socketUrl, startEmbedded } from '#platform/server/database/embedded/index.ts';
import { newTemporaryFolder } from '../../tests/support/temporary.ts';
import { postgresServer } from './programs.ts';
import type { Outcome, Step } from './step.ts';
import { runVitest } from './vitest-steps.ts';

/** The account that an installation on somebody's server gets: it may make databases and roles, and is no superuser. */
const account = 'krachtlijn_installer';

async function onServer(): Promise<Outcome> {
  const given = process.env.TEST_DATABASE_SERVER;
  if (given) return runVitest('database', { env: { TEST_DATABASE_SERVER: given } });
  const binaries = await postgresServer();
  const folder = newTemporaryFolder('server');
  const server = await startEmbedded(folder, { binaries });
  try {
    const client = new pg.Client({ connectionString: socketUrl(server.socketFolder, 'postgres') });
    await client.connect();
    await client.query(`create role ${account} login createdb createrole`);
    await client.query(`create database ${account} owner ${account}`);
    await client.end();
    const url = new URL(socketUrl(server.socketFolder, account));
    url.searchParams.set('user', account);
    const outcome = await runVitest('database', { env: { TEST_DATABASE_SERVER: url.href } });
    return { ...outcome, report: outcome.report ?? `on PostgreSQL ${binaries.version}` };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const databaseSteps: readonly Step[] = [
  {
    name: 'database-embedded',
    proves: 'operations and stores work on the embedded PostgreSQL',
    core: true,
    run: () => runVitest('database'),
  },
  {
    name: 'database-server',
    proves: 'the same on a PostgreSQL server, as an account that is no superuser',
    core: false,
    run: onServer,
  },
];
