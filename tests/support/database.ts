import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { config, useConfig } from '#platform/server/config.ts';
import { closePool, openPool } from '#platform/server/database/pool.ts';
import { stopJobs } from '#platform/server/jobs.ts';

/**
 * Gives the test file a database of its own, copied from the migrated and seeded template that the global set-up made
 * (`TEST_DATABASE_URL` names it). Operations are then called as in the program; nothing is mocked.
 */
export function useOwnDatabase(): { url: () => string } {
  const template = process.env.TEST_DATABASE_URL;
  let url = '';
  beforeAll(async () => {
    if (!template)
      throw new Error('TEST_DATABASE_URL is not set: run the database tests with "npm test -- --only database".');
    const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
    await onServer(template, `create database ${name} template ${new URL(template).pathname.slice(1)}`);
    // What a test loses when the machine stops, nobody misses.
    await onServer(template, `alter database ${name} set synchronous_commit = off`);
    const own = new URL(template);
    own.pathname = `/${name}`;
    url = own.href;
    useConfig({ ...config(), databaseUrl: url });
    openPool(url, 8);
  });
  afterAll(async () => {
    await stopJobs();
    await closePool();
    if (url) await onServer(template!, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
  });
  return { url: () => url };
}

async function onServer(template: string, statement: string): Promise<void> {
  const server = new URL(template);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
