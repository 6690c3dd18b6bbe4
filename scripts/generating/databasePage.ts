import pg from 'pg';
import { publicTables } from '#platform/server/doctor.ts';
import { publishedTables } from '#platform/server/personalData.ts';

interface Column {
  table: string;
  name: string;
  type: string;
  required: boolean;
  refers: string | null;
  about: string | null;
}

/** `docs/database.md`: every table with its columns and who may see its rows, read from a migrated database. */
export async function databasePage(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // A user named like our schema would see its functions without the schema's name.
    await client.query('set search_path = public');
    const tables = await client.query<{ name: string; about: string | null; grants: string | null }>(`
      select c.relname as name, obj_description(c.oid) as about,
        (select string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) from information_schema.role_table_grants g
          where g.grantee = 'krachtlijn_app' and g.table_schema = 'public' and g.table_name = c.relname) as grants
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' order by c.relname`);
    const columns = await client.query<Column>(`
      select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
        (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1) as refers,
        col_description(c.oid, a.attnum) as about
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`);
    const policies = await client.query<{ table: string; name: string; columns: string }>(`
      select tablename as table, policyname as name, coalesce(qual, with_check) as columns from pg_policies
      where schemaname = 'public' and policyname <> 'owner_migrates' order by tablename, policyname`);
    const isPublished = new Set(publishedTables().map(({ table }) => table));
    const parts = tables.rows.map(({ name, about, grants }) => {
      const own = columns.rows.filter((column) => column.table === name);
      const rules = policies.rows.filter((policy) => policy.table === name);
      const sight = (publicTables as readonly string[]).includes(name)
        ? isPublished.has(name)
          ? 'Outside row-level security: what an authority publishes.'
          : 'Outside row-level security: holds nobody’s data.'
        : rules.map((rule) => `\`${rule.name}\`: ${inWords(rule.columns)}`).join('; ');
      return [
        `## ${name}`,
        '',
        ...(about ? [about, ''] : []),
        `The app may: ${grants ?? 'nothing'}. ${sight}`,
        '',
        '| column | type | |',
        '| --- | --- | --- |',
        ...own.map(
          (column) =>
            `| ${column.name} | ${column.type}${column.required ? '' : ', may be empty'} | ${[column.refers ? `→ ${column.refers}` : '', column.about ?? ''].filter(Boolean).join('; ')} |`,
        ),
        '',
      ].join('\n');
    });
    return [
      '# The database',
      '',
      'Generated from a migrated database by `npm run generate`; a test fails when it is not current.',
      '',
      ...parts,
    ].join('\n');
  } finally {
    await client.end();
  }
}

/** Which parts of the scope a policy compares with, instead of its SQL. */
function inWords(expression: string): string {
  const kinds = [...expression.matchAll(/(\w+) = ANY \(\(?\s*(?:\( ?SELECT )?krachtlijn\.scope_ids\('(\w+)'/g)].map(
    ([, column, kind]) => `${column} in the caller’s ${kind}`,
  );
  const texts = [...expression.matchAll(/scope_text\('(\w+)'/g)].map(([, kind]) => `the caller’s own ${kind}`);
  const system = /scope_system/.test(expression) ? ['the system'] : [];
  const all = [...new Set([...kinds, ...texts, ...system])];
  return all.length > 0 ? all.join(', ') : expression === 'true' ? 'anybody adds' : expression;
}
