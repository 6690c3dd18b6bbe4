import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PgBoss } from 'pg-boss';

const folder = join(import.meta.dirname, '../../../../database/migrations');

/** Any fixed number: whoever holds it migrates, the others wait. */
const lock = 7_261_904;

/**
 * Brings the database to the newest version: roles, forward-only migrations, the job queue's own tables. Safe to run
 * at every start and by several processes at once. Throws when an applied migration was changed afterwards.
 */
export async function migrate(databaseUrl: string): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await makeRoles(client);
    const applied = await applyMigrations(client);
    await installJobQueue(databaseUrl, client);
    return { applied };
  } finally {
    await client.end();
  }
}

async function makeRoles(client: pg.Client): Promise<void> {
  // Roles belong to the cluster: another database's migration may be making the same ones at this moment.
  for (const role of ['krachtlijn_owner', 'krachtlijn_app', 'krachtlijn_answers_in', 'krachtlijn_answers_out']) {
    await client.query(
      `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await client.query(
      `do $$ begin if not pg_has_role(current_user, '${role}', 'member') then execute format('grant ${role} to %I', current_user); end if; end $$`,
    );
  }
  await client.query(`do $$ begin
    execute format('grant create, connect, temporary on database %I to krachtlijn_owner', current_database());
    execute format('grant connect on database %I to krachtlijn_app', current_database());
    grant usage, create on schema public to krachtlijn_owner;
    grant usage on schema public to krachtlijn_app;
  end $$`);
}

async function applyMigrations(client: pg.Client): Promise<string[]> {
  await client.query('set role krachtlijn_owner');
  await client.query(
    `create table if not exists public.applied_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
  );
  const known = new Map(
    (await client.query('select name, sha256 from applied_migrations')).rows.map((row) => [
      row.name as string,
      row.sha256 as string,
    ]),
  );
  const applied: string[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const before = known.get(name);
    if (before === sha256) continue;
    if (before)
      throw new Error(`Migration ${name} was changed after it had been applied. Add a new migration instead.`);
    try {
      await client.query('begin');
      await client.query(text);
      await client.query('insert into applied_migrations (name, sha256) values ($1, $2)', [name, sha256]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
    }
    applied.push(name);
  }
  return applied;
}

/** The job queue's tables belong to the owner too; the app may use them and nothing more. */
async function installJobQueue(databaseUrl: string, client: pg.Client): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    options: '-c role=krachtlijn_owner',
    schema: 'jobs',
    schedule: false,
    supervise: false,
    max: 1,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  await client.query(`grant usage on schema jobs to krachtlijn_app; grant select, insert, update, delete on all tables in schema jobs to krachtlijn_app;
    grant execute on all functions in schema jobs to krachtlijn_app; grant usage on all sequences in schema jobs to krachtlijn_app`);
}
