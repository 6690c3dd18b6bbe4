import sql, { join } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { saltedHash } from '#platform/server/sealing.ts';
import { patience, placesOf, secondsToWait, withOneMore, type CountedPlace, type Tries } from '../rules/patience.ts';

/** Where a guess comes from: which account it is about (its lookup, known or not), which browser or else which network. */
export interface Guess {
  readonly account: string;
  readonly knownDevice: string | undefined;
  readonly network: string;
}

/**
 * Counts a guess before it is looked at, and gives the seconds to wait; 0 means: go on. Guesses from one place are looked at
 * one after another, so that many at the same moment are no way around the count: who comes second waits a second.
 */
export async function countGuess(db: Db, guess: Guess, now: Date): Promise<number> {
  const buckets = bucketsOf(guess);
  const { free } = await db.one<{ free: boolean }>(
    sql`select bool_and(pg_try_advisory_xact_lock(hashtextextended(bucket, 0))) as free from unnest(${buckets.map(({ key }) => key)}::text[]) as bucket`,
  );
  if (!free) return 1;
  const rows = await db.many<Tries & { bucket: string }>(
    sql`select bucket, tries, last_at as "lastAt" from sign_in_tries where bucket in (${join(buckets.map(({ key }) => key))})`,
  );
  const counted = new Map(rows.map((row) => [row.bucket, row]));
  const wait = Math.max(...buckets.map(({ key, place }) => secondsToWait(counted.get(key), patience[place], now)));
  if (wait > 0) return wait;
  for (const { key } of buckets) {
    const next = withOneMore(counted.get(key), now);
    await db.run(sql`insert into sign_in_tries (bucket, tries, last_at) values (${key}, ${next.tries}, ${next.lastAt})
      on conflict (bucket) do update set tries = excluded.tries, last_at = excluded.last_at`);
  }
  return 0;
}

/** The guess was right: the place is forgotten, and what others share counts this one no longer. */
export async function forgetGuess(db: Db, guess: Guess): Promise<void> {
  for (const { key, place } of bucketsOf(guess))
    await db.run(
      place === 'elsewhere' || place === 'allDoors'
        ? sql`update sign_in_tries set tries = greatest(tries - 1, 0) where bucket = ${key}`
        : sql`delete from sign_in_tries where bucket = ${key}`,
    );
}

/** Counts that no longer matter; gives how many went. */
export function forgetOldTries(db: Db, now: Date): Promise<number> {
  return db.run(sql`delete from sign_in_tries where last_at < ${new Date(now.getTime() - 2 * 86_400_000)}`);
}

function bucketsOf({ account, knownDevice, network }: Guess): { place: CountedPlace; key: string }[] {
  const about = {
    device: `${account} ${knownDevice}`,
    network: `${account} ${network}`,
    elsewhere: account,
    allDoors: network,
  };
  return placesOf(knownDevice !== undefined).map((place) => ({
    place,
    key: saltedHash(`try:${place}:${about[place]}`),
  }));
}
