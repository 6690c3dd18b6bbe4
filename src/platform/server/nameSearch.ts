import { createHmac } from 'node:crypto';
import sql from 'sql-template-tag';
import { config } from './config.ts';
import type { Db } from './database/pool.ts';
import { enterScope, inTransaction } from './database/pool.ts';
import { defineJob } from './jobs.ts';

/**
 * Finding people by the beginning of a name while names are sealed: every beginning of every word is hashed under the key
 * of the instance. Who steals the table without the key learns nothing; SECURITY.md says what a key holder could do.
 */
const version = 1;
const shortest = 2;
const longest = 20;

/** The words of a name in small letters, without accents and signs: `D'Hóóghe-Peeters` is `dhooghe` and `peeters`. */
export function wordsOfName(name: string): string[] {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’`]/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss');
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= shortest))];
}

/** A signed 64-bit number, as text: what a `bigint` column takes. */
function hashOf(beginning: string): string {
  return createHmac('sha256', config().key).update(`name:${beginning}`).digest().readBigInt64BE().toString();
}

/** The hashes that a name is kept under. */
export function hashesOfName(name: string): string[] {
  const beginnings = wordsOfName(name).flatMap((word) => {
    const letters = [...word].slice(0, longest);
    return letters.slice(shortest - 1).map((_, at) => letters.slice(0, at + shortest).join(''));
  });
  return [...new Set(beginnings)].map(hashOf);
}

/** The hashes that a name must have to begin with each of the words that somebody typed; none when nothing can be asked. */
export function hashesAskedFor(typed: string): string[] {
  return wordsOfName(typed).map((word) => hashOf([...word].slice(0, longest).join('')));
}

/** Keeps a person findable by name; called whenever the name is written. */
export async function keepInSearch(db: Db, person: string, name: string): Promise<void> {
  const hashes = hashesOfName(name);
  await db.run(sql`insert into person_search (person_id, hashes) values (${person}, ${hashes}::bigint[])
    on conflict (person_id) do update set hashes = excluded.hashes`);
  await db.run(
    sql`update people set search_version = ${version} where id = ${person} and search_version <> ${version}`,
  );
}

/** People whose name begins with each of the typed words, in any order. Only ids: join them with rows of the caller's sight. */
export const peopleNamed = (typed: string, atMost: number) =>
  sql`krachtlijn.people_named(${hashesAskedFor(typed)}::bigint[], ${atMost})`;

const atOnce = 500;

/** People who were written in another way (in bulk, or by an earlier version) become findable too. */
export function indexNames(read: (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, { name: string }>>) {
  return defineJob({
    name: 'platform.indexNames',
    every: '*/10 * * * *',
    run: async () => {
      let found: number;
      do {
        found = await inTransaction('write', async (db) => {
          await enterScope(db, { actor: 'system:platform.indexNames', system: true });
          const rows = await db.many<{ id: string }>(
            sql`select id from people where search_version < 1 and sealed is not null and erased_at is null order by id limit ${atOnce}`,
          );
          for (const [id, { name }] of await read(
            db,
            rows.map((row) => row.id),
          ))
            await keepInSearch(db, id, name);
          return rows.length;
        });
      } while (found === atOnce);
    },
  });
}
