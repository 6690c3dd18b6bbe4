import type { Db } from '#platform/server/database/pool.ts';
import type { Locale } from '#shared/localised.ts';
import { rankNames, type Candidate } from '../rules/rankNames.ts';
import { readSought, type Sought } from '../rules/searchQuery.ts';
import type { FoundInRegister } from '../rules/views.ts';
import { factsFromRegister } from './facts.ts';
import {
  enterpriseOfUnit,
  likelyMeant,
  namesBeginning,
  namesWithWords,
  numbersBeginning,
  type SearchLimits,
} from './searchStore.ts';

export interface Found {
  /** Ten digits, best first. */
  readonly numbers: readonly string[];
  /** The name by which each was found, where that is how. */
  readonly foundBy: ReadonlyMap<string, string>;
  /** Nothing is called so: these only look like it. */
  readonly alike: boolean;
  readonly asked: boolean;
}

/** Fewer than this is next to nothing. */
const few = 2;

const none: Found = { numbers: [], foundBy: new Map(), alike: false, asked: false };

/**
 * Searches the register: by number (from its first five figures, or of a unit), or by name and place. What begins as typed
 * and what holds every word comes first; only when nothing does, what was mistyped is looked for.
 */
export async function searchRegister(
  db: Db,
  typed: { readonly words: string; readonly place: string },
  limits: SearchLimits,
): Promise<Found> {
  const sought = readSought(typed.words, typed.place);
  switch (sought.kind) {
    case 'nothing':
      return none;
    case 'number':
      return { ...none, asked: true, numbers: await byNumber(db, sought.beginnings, limits.atMost) };
    case 'name':
      return byName(db, sought, limits);
  }
}

/** The same, with what the register says of each: one question to the database more, however many are found. */
export async function findInRegister(
  db: Db,
  typed: { readonly words: string; readonly place: string },
  limits: SearchLimits,
  locale: Locale,
): Promise<Pick<Found, 'asked' | 'alike'> & { readonly found: readonly FoundInRegister[] }> {
  const { asked, alike, numbers, foundBy } = await searchRegister(db, typed, limits);
  const facts = await factsFromRegister(db, numbers, locale);
  return {
    asked,
    alike,
    found: facts.map((one) => {
      const by = foundBy.get(one.number);
      return { ...one, foundBy: by === undefined || by === one.name ? null : by };
    }),
  };
}

async function byNumber(db: Db, beginnings: readonly string[], atMost: number): Promise<readonly string[]> {
  const [first] = beginnings;
  if (first && /^[2-8]\d{9}$/.test(first)) {
    const enterprise = await enterpriseOfUnit(db, first);
    return enterprise ? [enterprise] : [];
  }
  return numbersBeginning(db, beginnings, atMost);
}

async function byName(db: Db, sought: Extract<Sought, { kind: 'name' }>, limits: SearchLimits): Promise<Found> {
  const different = (found: readonly Candidate[]) => new Set(found.map(({ enterprise }) => enterprise)).size;
  let exact = sought.place === '' ? await namesBeginning(db, sought.squeezed, limits) : [];
  if (different(exact) < limits.atMost) exact = [...exact, ...(await namesWithWords(db, sought, limits))];
  // What a word may go on to is much more to look through: only for who found next to nothing by whole words.
  if (different(exact) < few) exact = [...exact, ...(await namesWithWords(db, sought, limits, { begun: true }))];
  if (exact.length > 0) return ranked(sought, exact, limits, false);
  const others = await likelyMeant(db, sought);
  if ([...others.values()].every((words) => words.length === 0)) return { ...none, asked: true };
  return ranked(sought, await namesWithWords(db, sought, limits, { others }), limits, true);
}

function ranked(
  sought: Extract<Sought, { kind: 'name' }>,
  candidates: readonly Candidate[],
  { atMost }: SearchLimits,
  alike: boolean,
): Found {
  const best = rankNames(sought, candidates, atMost);
  return {
    numbers: best.map(({ enterprise }) => enterprise),
    foundBy: new Map(best.map(({ enterprise, name }) => [enterprise, name])),
    alike: alike && best.length > 0,
    asked: true,
  };
}
