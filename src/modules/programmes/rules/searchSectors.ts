import { localeTags, locales, type Locale } from '#shared/localised.ts';
import type { Sector } from './programmeDefinition.ts';

/** Lower case, without accents, marks or joining letters: what people type and what we know then meet. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

interface Entry {
  readonly sector: Sector;
  /** Words of the name and search words, folded, with how much a hit in them counts. */
  readonly words: readonly { readonly word: string; readonly weight: number }[];
}

const indexes = new WeakMap<readonly Sector[], Map<Locale, readonly Entry[]>>();

/**
 * Sectors that fit what somebody typed, best first. Accents and case do not matter, nor does a slip of one letter in words
 * from four letters on (two from eight on); other languages count too, a little less. Every word that was typed must fit
 * somewhere. Nothing typed gives every sector by name.
 */
export function searchSectors(sectors: readonly Sector[], query: string, locale: Locale, limit = 8): readonly Sector[] {
  const asked = fold(query.slice(0, 100))
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 6);
  const collator = new Intl.Collator(localeTags[locale]);
  const byName = (a: Sector, b: Sector) => collator.compare(a.name[locale], b.name[locale]);
  if (asked.length === 0) return [...sectors].sort(byName);
  return entriesOf(sectors, locale)
    .map(({ sector, words }) => ({ sector, score: scoreOf(asked, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || byName(a.sector, b.sector))
    .slice(0, limit)
    .map(({ sector }) => sector);
}

function entriesOf(sectors: readonly Sector[], locale: Locale): readonly Entry[] {
  let perLocale = indexes.get(sectors);
  if (!perLocale) indexes.set(sectors, (perLocale = new Map()));
  let entries = perLocale.get(locale);
  if (!entries)
    perLocale.set(locale, (entries = sectors.map((sector) => ({ sector, words: wordsOf(sector, locale) }))));
  return entries;
}

function wordsOf(sector: Sector, locale: Locale): Entry['words'] {
  const best = new Map<string, number>();
  for (const language of locales) {
    const own = language === locale ? 1 : 0.6;
    const texts = [
      ...fold(sector.name[language])
        .split(' ')
        .map((word) => [word, own] as const),
      ...sector.words[language].flatMap((words) =>
        fold(words)
          .split(' ')
          .map((word) => [word, 0.9 * own] as const),
      ),
    ];
    for (const [word, weight] of texts) if (word.length > 1 && weight > (best.get(word) ?? 0)) best.set(word, weight);
  }
  return [...best].map(([word, weight]) => ({ word, weight }));
}

function scoreOf(asked: readonly string[], words: Entry['words']): number {
  let total = 0;
  for (const typed of asked) {
    const hit = Math.max(0, ...words.map(({ word, weight }) => weight * closeness(typed, word)));
    // Small words ("de", "en", "la") carry nothing: they neither help nor stand in the way.
    if (hit === 0 && typed.length > 3) return 0;
    total += hit;
  }
  return total / asked.length;
}

/** 1 for the same word, less for a beginning, a part or a slip, 0 for none of these. */
function closeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length >= 2 && word.startsWith(typed)) return 0.9;
  if (typed.length >= 4 && word.length >= 4 && (word.includes(typed) || typed.startsWith(word))) return 0.7;
  if (typed.length >= 5 && word.length >= 5 && typed.includes(word)) return 0.5;
  const slips = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  if (slips === 0) return 0;
  if (distance(typed, word, slips) <= slips) return 0.6;
  // A slip in the beginning of a long word: "elektrisien" while typing.
  return word.length > typed.length && distance(typed, word.slice(0, typed.length), slips) <= slips ? 0.45 : 0;
}

/** Letters to add, drop, change or swap to make one word of the other; stops counting above `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}
