import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newSecret } from '#platform/server/sealing.ts';

export interface Feed {
  readonly person: string;
  readonly names: boolean;
  readonly madeAt: Date;
}

export function feedOf(db: Db, person: string): Promise<Feed | undefined> {
  return db.maybe(
    sql`select person_id as person, names, made_at as "madeAt" from calendar_feeds where person_id = ${person}`,
  );
}

/** The feed of who holds its secret: row-level security shows that one row. */
export function feedBySecret(db: Db, hash: string): Promise<Feed | undefined> {
  return db.maybe(
    sql`select person_id as person, names, made_at as "madeAt" from calendar_feeds where secret_hash = ${hash}`,
  );
}

/** Makes a calendar's address, in the place of the one before; gives its secret, of which only the hash is kept. */
export async function renewFeed(db: Db, person: string, names: boolean, now: Date): Promise<string> {
  const { secret, hash } = newSecret();
  await db.run(sql`insert into calendar_feeds (person_id, secret_hash, names, made_at) values (${person}, ${hash}, ${names}, ${now})
    on conflict (person_id) do update set secret_hash = excluded.secret_hash, names = excluded.names, made_at = excluded.made_at`);
  return secret;
}

export const nameFeed = (db: Db, person: string, names: boolean): Promise<number> =>
  db.run(sql`update calendar_feeds set names = ${names} where person_id = ${person}`);

export const endFeed = (db: Db, person: string): Promise<number> =>
  db.run(sql`delete from calendar_feeds where person_id = ${person}`);
