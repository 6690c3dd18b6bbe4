import sql from 'sql-template-tag';
import { verifyAudit } from './audit.ts';
import { onConnection } from './database/connection.ts';
import { enterScope, handleOn, type Db } from './database/pool.ts';

export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  readonly detail?: string;
}

/** Looks at an installation and says, line by line, what is well and what is not. Changes nothing. */
export async function examine(databaseUrl: string): Promise<Finding[]> {
  return onConnection(
    databaseUrl,
    async (client) => {
      await client.query('begin isolation level repeatable read read only');
      const db = handleOn(client);
      await enterScope(db, { actor: 'system:doctor', system: true });
      return [
        ...(await settings(db)),
        ...(await protection(db)),
        await chain(db),
        ...(await waiting(db)),
        ...(await keys(db)),
        await retention(db),
      ];
    },
    'krachtlijn_app',
  );
}

async function settings(db: Db): Promise<Finding[]> {
  const row = await db.one<{ version: number; fsync: string; migrations: number }>(
    sql`select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync, (select count(*)::int from pg_class where relname = 'applied_migrations') as migrations`,
  );
  return [
    { ok: row.version >= 150000, what: 'PostgreSQL 15 or newer', detail: String(row.version) },
    { ok: row.fsync === 'on', what: 'writes reach the disk before they count (fsync)', detail: row.fsync },
  ];
}

/** Tables that hold nobody's data, or what an authority publishes, may lie outside row-level security; all others must be behind it. */
export const publicTables = [
  'applied_migrations',
  'programmes',
  'lots',
  'providers',
  'questionnaire_versions',
  'door_uses',
  'register_extract',
  'register_enterprises',
  'register_units',
  'register_names',
  'register_addresses',
  'register_activities',
  'register_codes',
  'register_words',
  'register_steps',
  'register_imports',
] as const;

async function protection(db: Db): Promise<Finding[]> {
  const open = await db.many<{
    name: string;
  }>(sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname <> all (${[...publicTables]})`);
  const loose = await db.many<{
    name: string;
  }>(sql`select distinct table_name as name from information_schema.role_table_grants
    where grantee = 'krachtlijn_app' and table_name in ('audit_entries', 'audit_seals') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`);
  return [
    {
      ok: open.length === 0,
      what: 'every table that holds somebody’s data is behind row-level security',
      detail: open.map((table) => table.name).join(', '),
    },
    {
      ok: loose.length === 0,
      what: 'nobody can change or delete the trail',
      detail: loose.map((table) => table.name).join(', '),
    },
  ];
}

async function chain(db: Db): Promise<Finding> {
  const report = await verifyAudit(db);
  const detail = report.broken
    ? `link ${report.broken.seq} does not fit (entry ${report.broken.entry})`
    : `${report.sealed} sealed, ${report.unsealed} not sealed yet`;
  return { ok: !report.broken, what: 'the chain over the trail is whole', detail };
}

async function waiting(db: Db): Promise<Finding[]> {
  const { stuck } = await db.one<{ stuck: number }>(
    sql`select count(*)::int as stuck from mails where state = 'failed'`,
  );
  const { old } = await db.one<{ old: number }>(
    sql`select count(*)::int as old from audit_entries e where e.at < now() - interval '10 minutes' and not exists (select 1 from audit_seals s where s.entry_id = e.id)`,
  );
  return [
    { ok: stuck === 0, what: 'no mail is stuck', detail: `${stuck} failed` },
    { ok: old === 0, what: 'the trail is sealed within ten minutes', detail: `${old} older entries are not sealed` },
  ];
}

async function keys(db: Db): Promise<Finding[]> {
  const { keyless } = await db.one<{ keyless: number }>(
    sql`select count(*)::int as keyless from people p where p.sealed is not null and p.erased_at is null and not exists (select 1 from person_keys k where k.person_id = p.id)`,
  );
  return [{ ok: keyless === 0, what: 'everybody who was not erased has a key', detail: `${keyless} without` }];
}

/** Two days past their day, told in time and not held: the clock stands still, or something of theirs must be settled first. */
async function retention(db: Db): Promise<Finding> {
  const { late } = await db.one<{ late: number }>(
    sql`select count(*)::int as late from retention_dates d where d.goes_on < current_date - 2 and d.noticed_on < current_date - 32
      and not exists (select 1 from retention_holds h where h.person_id = d.person_id and h.lifted_at is null and (h.until is null or h.until >= current_date))`,
  );
  return {
    ok: late === 0,
    what: 'nobody is kept longer than the retention clock says',
    detail: `${late} past their day`,
  };
}
