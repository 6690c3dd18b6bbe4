import sql from 'sql-template-tag';
import type { Db } from './database/pool.ts';

/**
 * Runs `work` once per actor, operation and key. A second call with the same key gets the stored result; two at the same
 * moment meet on the primary key, and the one that loses is run again by the transaction and then finds the result.
 */
export async function runOnce<Result>(
  db: Db,
  actor: string,
  operation: string,
  key: string | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!key) return work();
  const added = await db.run(
    sql`insert into idempotency_keys (actor, operation, key) values (${actor}, ${operation}, ${key}) on conflict do nothing`,
  );
  if (added === 0) {
    const known = await db.maybe<{ result: Result }>(
      sql`select result from idempotency_keys where actor = ${actor} and operation = ${operation} and key = ${key}`,
    );
    if (known) return known.result;
  }
  const result = await work();
  await db.run(
    sql`update idempotency_keys set result = ${JSON.stringify(result ?? null)} where actor = ${actor} and operation = ${operation} and key = ${key}`,
  );
  return result;
}
