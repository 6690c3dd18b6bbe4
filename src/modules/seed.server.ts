import sql from 'sql-template-tag';
import './operations.server.ts';
import pg from 'pg';
import { config, useConfig } from '#platform/server/config.ts';
import { closePool, openPool } from '#platform/server/database/pool.ts';
import { migrate } from '#platform/server/database/migrate.ts';
import { stopJobs } from '#platform/server/jobs.ts';
import { plantExample } from '../../database/seeds/plantExample.ts';

/** Plants the example programme in an empty database. Gives false when there is a programme already. */
export async function seedIfEmpty(databaseUrl: string): Promise<boolean> {
  useConfig({ ...config(), databaseUrl });
  const pool = openPool(databaseUrl, 2);
  try {
    const { rows } = await pool.query(sql`select 1 from programmes limit 1`);
    if (rows.length > 0) return false;
    await plantExample();
    return true;
  } finally {
    await stopJobs();
    await closePool();
  }
}

/** Empties the database and plants the example anew. Refuses when there is a programme that is not the example. */
export async function reset(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const known = await client.query("select to_regclass('public.programmes') is not null as there");
    if (known.rows[0].there) {
      const real = await client.query('select code from programmes where not example');
      if (real.rows.length > 0)
        throw new Error(
          `This database holds a real programme (${real.rows.map((row) => row.code).join(', ')}). Reset is only for the example.`,
        );
    }
    await client.query(
      'drop schema if exists public cascade; drop schema if exists krachtlijn cascade; drop schema if exists jobs cascade; create schema public',
    );
  } finally {
    await client.end();
  }
  await migrate(databaseUrl);
  await seedIfEmpty(databaseUrl);
}
