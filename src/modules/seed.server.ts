import sql from 'sql-template-tag';
import './operations.server.ts';
import { config, useConfig } from '#platform/server/config.ts';
import { onConnection, oneAtATime } from '#platform/server/database/connection.ts';
import { closePool, openPool } from '#platform/server/database/pool.ts';
import { migrate } from '#platform/server/database/migrate.ts';
import { stopJobs } from '#platform/server/jobs.ts';
import { plantExample } from '../../database/seeds/plantExample.ts';
import { plantRegister } from '../../database/seeds/plantRegister.ts';
import { plantScale } from '../../database/seeds/scale/plantScale.ts';

/** Stands on our schema while the example is being planted: a process that is killed meanwhile leaves it there. */
const unfinished = 'the example is being planted';

/**
 * Plants the example programme in an empty database. Gives false when there is a programme already. Of several processes
 * that start together one plants and the others wait; what a killed one left half done is planted anew.
 */
export function seedIfEmpty(databaseUrl: string): Promise<boolean> {
  return oneAtATime(databaseUrl, 'krachtlijn.seed', async () => {
    if (await isHalfPlanted(databaseUrl)) await empty(databaseUrl);
    useConfig({ ...config(), databaseUrl });
    const pool = openPool(databaseUrl, 2);
    try {
      const { rows } = await pool.query(sql`select 1 from programmes limit 1`);
      if (rows.length > 0) return false;
      await note(databaseUrl, unfinished);
      await plantExample();
      await plantRegister(databaseUrl);
      await note(databaseUrl, null);
      return true;
    } finally {
      await stopJobs();
      await closePool();
    }
  });
}

/**
 * Makes the example programme a large synthetic one. An empty database gets the example first.
 * @throws Error when the database holds a real programme, or is large already
 */
export async function seedScale(databaseUrl: string, trajectories: number, say: (line: string) => void): Promise<void> {
  await refuseRealData(databaseUrl);
  await seedIfEmpty(databaseUrl);
  await oneAtATime(databaseUrl, 'krachtlijn.seed', async () => {
    const { rows } = await onConnection(databaseUrl, (client) =>
      client.query<{ large: boolean }>(
        "select exists (select 1 from audit_entries where operation = 'seed.plantCase') as large",
      ),
    );
    if (rows[0]!.large)
      throw new Error('This database holds a large synthetic programme already. Start over with the command reset.');
    useConfig({ ...config(), databaseUrl });
    openPool(databaseUrl, 4);
    try {
      await note(databaseUrl, unfinished);
      await plantScale(databaseUrl, trajectories, say);
      await note(databaseUrl, null);
    } finally {
      await stopJobs();
      await closePool();
    }
  });
}

/** Empties the database and plants the example anew. Refuses when there is a programme that is not the example. */
export async function reset(databaseUrl: string): Promise<void> {
  await oneAtATime(databaseUrl, 'krachtlijn.seed', () => empty(databaseUrl));
  await seedIfEmpty(databaseUrl);
}

async function empty(databaseUrl: string): Promise<void> {
  await refuseRealData(databaseUrl);
  await onConnection(databaseUrl, (client) =>
    client.query(
      'drop schema if exists public cascade; drop schema if exists krachtlijn cascade; drop schema if exists jobs cascade; drop schema if exists register_next cascade; create schema public',
    ),
  );
  await migrate(databaseUrl);
}

/** @throws Error when there is a programme that is not the example */
async function refuseRealData(databaseUrl: string): Promise<void> {
  await onConnection(databaseUrl, async (client) => {
    const known = await client.query<{ there: boolean }>(
      "select to_regclass('public.programmes') is not null as there",
    );
    if (!known.rows[0]!.there) return;
    const real = await client.query<{ code: string }>('select code from programmes where not example');
    if (real.rows.length > 0)
      throw new Error(
        `This database holds a real programme (${real.rows.map((row) => row.code).join(', ')}). Reset and seed are only for the example.`,
      );
  });
}

async function isHalfPlanted(databaseUrl: string): Promise<boolean> {
  const { rows } = await onConnection(databaseUrl, (client) =>
    client.query<{ words: string | null }>(`select obj_description('krachtlijn'::regnamespace) as words`),
  );
  return rows[0]?.words === unfinished;
}

async function note(databaseUrl: string, words: string | null): Promise<void> {
  const value = words === null ? 'null' : `'${words}'`;
  await onConnection(
    databaseUrl,
    (client) => client.query(`comment on schema krachtlijn is ${value}`),
    'krachtlijn_owner',
  );
}
