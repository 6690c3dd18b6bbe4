import pg from 'pg';
import { weakened } from './guards.ts';

/** Global set-up after the one that makes the template database: takes a guard of the database away there. */
export default async function setUp(): Promise<void> {
  if (weakened()?.where !== 'database') return;
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string }>(
      `select c.oid::regclass::text as table from pg_class c where c.relrowsecurity and c.relnamespace = 'public'::regnamespace`,
    );
    for (const { table } of rows)
      await client.query(`alter table ${table} disable row level security, no force row level security`);
  } finally {
    await client.end();
  }
}
