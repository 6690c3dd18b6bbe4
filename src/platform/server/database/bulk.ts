import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';

/**
 * Connections that fill tables with COPY, each batch one transaction. The role that connects may be one to which row-level security
 * applies, and COPY does not go into a guarded table then: lines first go into a temporary table of the connection.
 */
export interface Filler {
  readonly client: pg.Client;
  /** Lines in COPY's text format, table by table, in the order in which they refer to one another. */
  plant(
    batch: ReadonlyMap<string, { readonly columns: readonly string[]; readonly lines: readonly string[] }>,
  ): Promise<void>;
  end(): Promise<void>;
}

export async function openFiller(databaseUrl: string): Promise<Filler> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c timezone=UTC -c temp_buffers=64MB' });
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  );
  const free = rows[0]!.free;
  if (!free) await client.query('set role krachtlijn_owner');
  const staged = new Set<string>();
  const stage = async (table: string): Promise<string> => {
    if (free) return table;
    if (!staged.has(table)) await client.query(`create temp table staged_${table} as table ${table} with no data`);
    staged.add(table);
    return `staged_${table}`;
  };
  return {
    client,
    async plant(batch) {
      await client.query('begin');
      for (const [table, { columns, lines }] of batch) {
        if (lines.length === 0) continue;
        const target = await stage(table);
        const list = columns.join(', ');
        await copyInto(client, `copy ${target} (${list}) from stdin`, lines);
        if (target === table) continue;
        await client.query(`insert into ${table} (${list}) select ${list} from ${target}`);
        await client.query(`truncate ${target}`);
      }
      await client.query('commit');
    },
    end: () => client.end(),
  };
}

async function copyInto(client: pg.Client, statement: string, lines: readonly string[]): Promise<void> {
  const stream = client.query(from(statement));
  const over = finished(stream);
  for (let at = 0; at < lines.length; at += 500)
    if (!stream.write(`${lines.slice(at, at + 500).join('\n')}\n`)) await Promise.race([once(stream, 'drain'), over]);
  stream.end();
  await over;
}
