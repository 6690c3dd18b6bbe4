import pg from 'pg';

export type Ping =
  | { readonly up: true; /** 150004 means 15.4 */ readonly version: number }
  | { readonly up: false; readonly code: string; readonly message: string };

/**
 * Asks a database whether it answers.
 * @param timeout milliseconds
 */
export async function ping(url: string, timeout = 2000): Promise<Ping> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeout, query_timeout: timeout });
  // A connection that breaks after it was made reports here as well; unheard it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    return { up: true, version: rows[0]!.version };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    return {
      up: false,
      code: typeof code === 'string' ? code : '',
      message: error instanceof Error ? error.message : String(error),
    };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes a database when it does not exist. `adminUrl` points at another database of the same server. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
