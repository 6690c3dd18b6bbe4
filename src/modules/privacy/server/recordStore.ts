import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { personalTables, type PersonalTable, type PlacesOfPerson } from '#platform/server/personalData.ts';
import { takenOut } from '../rules/personValues.ts';

/*
 * What stands about somebody in the tables that the modules declared. Names of tables and columns come from those declarations
 * and from nowhere else. Everything here needs the system's sight.
 */

type Owned = PersonalTable & { readonly about: string };

/** Tables with rows that are somebody's own. */
export const ownedTables = (): readonly Owned[] =>
  personalTables().filter((table): table is Owned => table.about !== undefined);

/** How many rows are somebody's own, by table; the trail is not counted, since nothing finds its lines by who did them. */
export function countRows(db: Db, person: string): Promise<{ name: string; rows: number }[]> {
  const counts = ownedTables()
    .filter(({ kind }) => kind !== 'trail')
    .map(
      ({ table, about }) =>
        sql`select ${table} as name, count(*)::int as rows from ${raw(table)} where ${raw(about)} = ${person}`,
    );
  return db.many(join(counts, ' union all '));
}

export interface ToldRow {
  readonly name: string;
  readonly row: Readonly<Record<string, unknown>>;
  /** Sealed columns, in base64, to be opened with the person's key. */
  readonly sealed: Readonly<Record<string, string | null>>;
}

/** At most so many rows of a table are told: an export is for reading. */
export const mostRows = 5000;

/** The rows that are told to somebody, with the columns that are theirs to read and the enterprise by its name. */
export function tellRows(db: Db, person: string): Promise<ToldRow[]> {
  const told = ownedTables()
    .filter(({ tells, opens }) => (tells ?? opens ?? []).length > 0)
    .map((table) => sql`(${rowsOf(table, person)})`);
  return db.many(join(told, ' union all '));
}

function rowsOf({ table, about, tells = [], opens = [], inCase }: Owned, person: string): Sql {
  const pairs = tells.map((column) => sql`${column}::text, r.${raw(column)}`);
  if (inCase) pairs.push(sql`'enterprise', (select e.name from enterprises e where e.id = r.enterprise_id)`);
  const sealed = opens.map((column) => sql`${column}::text, encode(r.${raw(column)}, 'base64')`);
  return sql`select ${table} as name, ${objectOf(pairs)} as row, ${objectOf(sealed)} as sealed
    from ${raw(table)} r where r.${raw(about)} = ${person} limit ${mostRows}`;
}

function objectOf(pairs: readonly Sql[]): Sql {
  return pairs.length > 0 ? sql`jsonb_build_object(${join([...pairs])})` : sql`'{}'::jsonb`;
}

/** Takes what fits the pattern out of what was written in some places; gives in how many texts it stood. */
export async function takeWordsOut(
  db: Db,
  pattern: string,
  { enterprises, providers, lots, programmes }: PlacesOfPerson,
): Promise<number> {
  let texts = 0;
  for (const { table, words = [] } of personalTables())
    for (const column of words) {
      const { taken } = await db.one<{ taken: number }>(
        sql`select krachtlijn.take_out(${table}, ${column}, ${pattern}, ${takenOut}, ${[...enterprises]}::uuid[], ${[...providers]}::uuid[], ${[...lots]}::uuid[], ${[...programmes]}::uuid[]) as taken`,
      );
      texts += taken;
    }
  return texts;
}

/** Empties or deletes the rows of somebody; what only names them as who did something stays. */
export async function takeRows(db: Db, person: string): Promise<void> {
  for (const { table, about, atErasure, empties = [] } of ownedTables()) {
    // The key goes last: what must be read to be erased is read before.
    if (table === 'person_keys') continue;
    if (atErasure === 'goes') await db.run(sql`delete from ${raw(table)} where ${raw(about)} = ${person}`);
    else if (empties.length > 0)
      await db.run(
        sql`update ${raw(table)} set ${join(empties.map((column) => sql`${raw(column)} = null`))} where ${raw(about)} = ${person}`,
      );
  }
}
