import sql, { empty, type Sql } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { Candidate } from '../rules/rankNames.ts';
import { mistakable, slipsBetween, wordsQuery, type Asking, type Sought } from '../rules/searchQuery.ts';

/** So many names are weighed; of a word that half the register has, any of them is as good. */
const weighed = 200;
const mostOthers = 6;

export interface SearchLimits {
  readonly atMost: number;
  /** Natural persons are found by their number only. */
  readonly legalOnly: boolean;
}

/** The numbers that begin so, in their order. */
export async function numbersBeginning(db: Db, beginnings: readonly string[], atMost: number): Promise<string[]> {
  const rows = await db.many<{ number: string }>(
    sql`select number from unnest(${[...beginnings]}::text[]) as beginning,
      lateral (select number from register_enterprises where number >= beginning and number <= beginning || '9999999999' collate "C" order by number limit ${atMost}) e
      order by number limit ${atMost}`,
  );
  return rows.map(({ number }) => number);
}

/** Of an establishment unit, its enterprise. */
export async function enterpriseOfUnit(db: Db, unit: string): Promise<string | undefined> {
  const row = await db.maybe<{ number: string }>(
    sql`select enterprise_number as number from register_units where number = ${unit}`,
  );
  return row?.number;
}

const onlyLegal = (legalOnly: boolean): Sql => (legalOnly ? sql`and not natural_person` : empty);

/** Names that begin with what was typed. */
export function namesBeginning(db: Db, squeezed: string, { atMost, legalOnly }: SearchLimits): Promise<Candidate[]> {
  return db.many(sql`select enterprise_number as enterprise, name from register_names
    where squeezed >= ${squeezed} and squeezed < ${`${squeezed}~`} ${onlyLegal(legalOnly)} order by squeezed limit ${3 * atMost}`);
}

/** Names that hold every word, in any order. */
export function namesWithWords(
  db: Db,
  sought: Extract<Sought, { kind: 'name' }>,
  { legalOnly }: SearchLimits,
  asking?: Asking,
): Promise<Candidate[]> {
  return db.many(sql`select enterprise_number as enterprise, name from register_names
    where words @@ ${wordsQuery(sought, asking)}::tsquery ${onlyLegal(legalOnly)} limit ${weighed}`);
}

/** For each word that could be mistyped, the known words that are nearest to it. */
export async function likelyMeant(
  db: Db,
  sought: Extract<Sought, { kind: 'name' }>,
): Promise<Map<string, readonly string[]>> {
  const asked = mistakable(sought);
  const rows = await db.many<{ asked: string; word: string; uses: number }>(
    sql`select asked, word, uses from unnest(${asked}::text[]) as asked, lateral
      (select word, uses from register_words where spellings && krachtlijn.spellings(asked) limit 400) near where (left(word, 1) = '@') = (left(asked, 1) = '@')`,
  );
  const likely = new Map<string, string[]>();
  for (const word of asked) {
    const near = rows
      .filter((row) => row.asked === word && row.word !== word)
      .map((row) => ({ ...row, slips: slipsBetween(word, row.word) }))
      .filter(({ slips }) => slips <= (word.length >= 8 ? 2 : 1))
      .sort((one, other) => one.slips - other.slips || other.uses - one.uses || (one.word < other.word ? -1 : 1));
    // A place that was meant stands for the word that was typed.
    const target = sought.words.includes(word.replace('@', '')) ? word.replace('@', '') : word;
    likely.set(target, [...(likely.get(target) ?? []), ...near.slice(0, mostOthers).map((one) => one.word)]);
  }
  return likely;
}
