import sql from 'sql-template-tag';
import { canonicalJson } from '#shared/canonicalJson.ts';
import type { Db } from './database/pool.ts';
import { keyReused } from './errors.ts';
import { saltedHash } from './sealing.ts';

export interface Once {
  readonly actor: string;
  readonly operation: string;
  readonly key: string | undefined;
  readonly input: unknown;
  /** Whether another input under the same key is refused; a form that is sent again after «back» gets the first result. */
  readonly sameInput: boolean;
  readonly onReplay?: (() => void) | undefined;
}

/** A key as a form or a program may choose one: printable, without spaces, not endless. */
export const isOnceKey = (typed: unknown): typed is string => typeof typed === 'string' && /^[!-~]{1,200}$/.test(typed);

/**
 * Runs `work` once per actor, operation and key. A second call with the same key gets the stored result; two at the same
 * moment meet on the primary key, and the one that loses is run again by the transaction and then finds the result.
 */
export async function runOnce<Result>(db: Db, once: Once, work: () => Promise<Result>): Promise<Result> {
  const { actor, operation, key } = once;
  if (!key) return work();
  const digest = saltedHash(canonicalJson(JSON.parse(JSON.stringify(once.input ?? null))));
  const added = await db.run(
    sql`insert into idempotency_keys (actor, operation, key, input_digest) values (${actor}, ${operation}, ${key}, ${digest}) on conflict do nothing`,
  );
  if (added === 0) {
    const known = await db.maybe<{ result: Result; digest: string | null }>(
      sql`select result, input_digest as digest from idempotency_keys where actor = ${actor} and operation = ${operation} and key = ${key}`,
    );
    if (known) {
      if (once.sameInput && known.digest !== null && known.digest !== digest) throw keyReused();
      once.onReplay?.();
      return known.result;
    }
  }
  const result = await work();
  await db.run(
    sql`update idempotency_keys set result = ${JSON.stringify(result ?? null)} where actor = ${actor} and operation = ${operation} and key = ${key}`,
  );
  return result;
}
