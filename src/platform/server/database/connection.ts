import pg from 'pg';

/** A connection of its own, outside the pool: for what the command line does to a whole database. */
export async function onConnection<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
  role?: 'krachtlijn_owner' | 'krachtlijn_app',
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl, ...(role ? { options: `-c role=${role}` } : {}) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs work that only one process may do on a database at a time; others wait for their turn. */
export function oneAtATime<Result>(databaseUrl: string, name: string, work: () => Promise<Result>): Promise<Result> {
  return onConnection(databaseUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    return work();
  });
}
