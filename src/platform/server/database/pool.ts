import pg from 'pg';
import sql, { type Sql } from 'sql-template-tag';

/** Days stay `YYYY-MM-DD` and counts stay numbers: a Date for a day would move it by a time zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));
pg.types.setTypeParser(pg.types.builtins.NUMERIC, (value) => Number(value));

/** A handle on one open transaction. Only the operation wrapper (and jobs, through it) hands one out. */
export interface Db {
  many<Row>(query: Sql): Promise<Row[]>;
  maybe<Row>(query: Sql): Promise<Row | undefined>;
  /** Exactly one row; more or less is a mistake of ours. */
  one<Row>(query: Sql): Promise<Row>;
  /** What was read of people in this transaction, where that cannot change any more: one that only reads. */
  readonly memory?: Map<string, unknown>;
  /** Runs a change and gives the number of rows it touched. */
  run(query: Sql): Promise<number>;
}

/** What the transaction may see; every list is empty unless said otherwise. See krachtlijn.protect in the migrations. */
export interface Scope {
  readonly actor: string;
  readonly person?: string;
  readonly secret?: string;
  readonly system?: boolean;
  readonly programmes?: readonly string[];
  readonly lots?: readonly string[];
  readonly providers?: readonly string[];
  readonly enterprises?: readonly string[];
  readonly trajectories?: readonly string[];
}

let pool: pg.Pool | undefined;

/** Opens the pool of this process. Every connection works as `krachtlijn_app`, to whom row-level security applies. */
export function openPool(databaseUrl: string, size = 10): pg.Pool {
  const opened = new pg.Pool({
    connectionString: databaseUrl,
    max: size,
    options: '-c role=krachtlijn_app -c timezone=Europe/Brussels -c statement_timeout=30000',
    connectionTimeoutMillis: 5000,
    application_name: 'krachtlijn',
  });
  // A connection that dies while idle (database restarted) must not take the process with it.
  opened.on('error', (error) => console.error(`database connection lost: ${error.message}`));
  pool = opened;
  return opened;
}

export function currentPool(): pg.Pool {
  if (!pool) throw new Error('The database pool is not open yet: call openPool first.');
  return pool;
}

export async function closePool(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.end();
}

type Watcher = (text: string, statement: Sql) => void;
const watchers = new Set<Watcher>();

/** Tells a test of every question that is asked through a handle, until the function that it gives is called. */
export function watchQueries(hear: Watcher): () => void {
  watchers.add(hear);
  return () => void watchers.delete(hear);
}

export function handleOn(client: pg.ClientBase): Db {
  const query = (statement: Sql) => {
    for (const hear of watchers) hear(statement.text, statement);
    return client.query({ text: statement.text, values: statement.values as unknown[] });
  };
  return {
    async many<Row>(statement: Sql) {
      return (await query(statement)).rows as Row[];
    },
    async maybe<Row>(statement: Sql) {
      return (await query(statement)).rows[0] as Row | undefined;
    },
    async one<Row>(statement: Sql) {
      const { rows } = await query(statement);
      if (rows.length !== 1) throw new Error(`expected one row, found ${rows.length}`);
      return rows[0] as Row;
    },
    async run(statement: Sql) {
      return (await query(statement)).rowCount ?? 0;
    },
  };
}

/**
 * One statement by itself, outside any transaction and with no sight at all: for functions of the database that look with the
 * owner's eyes and must count although what follows is refused.
 */
export async function askAlone<Row>(statement: Sql): Promise<Row[]> {
  const { rows } = await currentPool().query({ text: statement.text, values: statement.values as unknown[] });
  return rows as Row[];
}

/**
 * A handle on a read-only transaction, which sees one moment: the same question has the same answer there, and is asked once. What may be
 * seen is part of the question.
 */
function handleOnSnapshot(client: pg.ClientBase): Db {
  const db = handleOn(client);
  const answers = new Map<string, Promise<unknown[]>>();
  let sight = '';
  const ask = <Row>(statement: Sql): Promise<Row[]> => {
    const key = `${sight}\n${statement.text}\n${JSON.stringify(statement.values)}`;
    const known = answers.get(key) ?? db.many<unknown>(statement);
    answers.set(key, known);
    // A list of its own for who asks: it may be sorted.
    return known.then((rows) => [...rows] as Row[]);
  };
  const memory = new Map<string, unknown>();
  return {
    memory,
    many: ask,
    maybe: async <Row>(statement: Sql) => (await ask<Row>(statement))[0],
    async one<Row>(statement: Sql) {
      const rows = await ask<Row>(statement);
      if (rows.length !== 1) throw new Error(`expected one row, found ${rows.length}`);
      return rows[0] as Row;
    },
    run(statement) {
      sight = JSON.stringify(statement.values);
      return db.run(statement);
    },
  };
}

const list = (ids: readonly string[] = []) => `{${ids.join(',')}}`;

/** Sets what the rest of the transaction may see. */
export async function enterScope(db: Db, scope: Scope): Promise<void> {
  await db.run(sql`select set_config('scope.actor', ${scope.actor}, true), set_config('scope.person', ${scope.person ?? ''}, true),
    set_config('scope.secret', ${scope.secret ?? ''}, true), set_config('scope.system', ${scope.system ? 'on' : ''}, true),
    set_config('scope.programmes', ${list(scope.programmes)}, true), set_config('scope.lots', ${list(scope.lots)}, true),
    set_config('scope.providers', ${list(scope.providers)}, true), set_config('scope.enterprises', ${list(scope.enterprises)}, true),
    set_config('scope.trajectories', ${list(scope.trajectories)}, true)`);
}

/** One statement that is kept whatever becomes of the operation around it: what is counted stays counted when it is refused. */
export async function keepAtOnce<Row>(statement: Sql): Promise<Row> {
  const { rows } = await currentPool().query({ text: statement.text, values: statement.values as unknown[] });
  return rows[0] as Row;
}

const serialisationFailure = new Set(['40001', '40P01']);

/**
 * One transaction. A command runs `repeatable read`: two changes of one row cannot both win; the loser is run again from
 * the start, up to five times, so `work` must have no effect outside the database.
 */
export async function inTransaction<Result>(
  mode: 'read' | 'write',
  work: (db: Db, client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const client = await currentPool().connect();
    let broken: Error | undefined;
    // A connection that dies while it is in use says so twice: to the query, which fails, and here. Unheard, it would end the process.
    const noteBroken = (error: Error) => void (broken = error);
    client.on('error', noteBroken);
    try {
      await client.query(
        mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin isolation level repeatable read',
      );
      const result = await work(mode === 'read' ? handleOnSnapshot(client) : handleOn(client), client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure));
      const again = serialisationFailure.has((error as { code?: string }).code ?? '');
      if (!again || attempt >= 5) throw error;
    } finally {
      client.off('error', noteBroken);
      client.release(broken);
    }
    await new Promise((next) => setTimeout(next, 5 * 2 ** attempt * Math.random()));
  }
}

/** Reads a long answer piece by piece: memory holds one piece at a time, however long the table is. */
export type ReadInPieces = <Row>(query: Sql, atOnce?: number) => AsyncGenerator<Row[], void, undefined>;

/**
 * One read-only transaction that stays open while somebody reads what comes out of it, and ends when they stop. It is not
 * tried again: what was handed out cannot be taken back. A reader that takes nothing for a minute is cut off, so that a
 * forgotten download holds no connection.
 */
export async function* inLongRead<Item>(
  work: (db: Db, readInPieces: ReadInPieces) => AsyncIterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  const client = await currentPool().connect();
  let broken: Error | undefined;
  const noteBroken = (error: Error) => void (broken = error);
  client.on('error', noteBroken);
  try {
    await client.query('begin isolation level repeatable read read only');
    // The whole is read, so a plan that is quick for the first rows only would be the wrong one.
    await client.query('set local idle_in_transaction_session_timeout = 60000; set local cursor_tuple_fraction = 1');
    yield* work(handleOn(client), piecesFrom(client));
    await client.query('commit');
  } finally {
    // After a commit this changes nothing; after a failure or a reader who left it ends the transaction.
    if (!broken) await client.query('rollback').catch((failure: Error) => (broken = failure));
    client.off('error', noteBroken);
    client.release(broken);
  }
}

function piecesFrom(client: pg.ClientBase): ReadInPieces {
  let cursors = 0;
  return async function* readInPieces<Row>(statement: Sql, atOnce = 500) {
    const name = `piece_${(cursors += 1)}`;
    await client.query({
      text: `declare ${name} no scroll cursor for ${statement.text}`,
      values: statement.values as unknown[],
    });
    for (;;) {
      const { rows } = await client.query(`fetch ${Math.trunc(atOnce)} from ${name}`);
      if (rows.length > 0) yield rows as Row[];
      if (rows.length < atOnce) break;
    }
    await client.query(`close ${name}`);
  };
}
