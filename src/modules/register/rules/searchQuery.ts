import { foldName, squeezeName, wordsOf } from './foldName.ts';

/** What somebody looks for in the register. */
export type Sought =
  | { readonly kind: 'nothing' }
  /** The first digits of a number, written bare; what a number without its first 0 begins with is in it too. */
  | { readonly kind: 'number'; readonly beginnings: readonly string[] }
  | {
      readonly kind: 'name';
      /** The name without spaces, to find what begins with it; empty when only a place was given. */
      readonly squeezed: string;
      readonly words: readonly string[];
      /** The place or postcode, without spaces; empty when none was given. */
      readonly place: string;
    };

/** Legal forms: people type them, the register keeps them apart from the name. */
const forms = new Set('bv bvba nv vzw cv cvba comm v vof gcv sa srl sprl asbl sc scrl snc se ivzw'.split(' '));
const mostWords = 8;

/** People leave out the first 0. */
function beginningsOf(figures: string): string[] {
  if (figures.length === 10 || figures.startsWith('0')) return [figures];
  return figures.startsWith('1') ? [figures, `0${figures}`] : [`0${figures}`];
}

/** Reads what was typed. Five or more figures (four that begin with a 0: no postcode does) are a number, however they are written. */
export function readSought(typed: string, typedPlace = ''): Sought {
  const bare = typed
    .trim()
    .replace(/^(?:btw|tva|vat|mwst)?[\s.:-]*(?:be)?/i, '')
    .replace(/[\s.\-/]/g, '');
  if (/^(0\d{3}|\d{5,10})$/.test(bare)) return { kind: 'number', beginnings: beginningsOf(bare) };
  const all = wordsOf(foldName(typed));
  const telling = all.filter((word) => !forms.has(word));
  const words = (telling.length > 0 ? telling : all).slice(0, mostWords);
  const place = squeezeName(foldName(typedPlace));
  if (squeezeName(words.join('')).length < 2 && place === '') return { kind: 'nothing' };
  return { kind: 'name', squeezed: squeezeName(words.join(' ')), words, place };
}

const lexeme = (word: string): string => `'${word}'`;
const orElse = (ways: readonly string[]): string => (ways.length === 1 ? ways[0]! : `(${ways.join(' | ')})`);

/** How words are asked for. */
export interface Asking {
  /** The last word and the place may still be half typed. */
  readonly begun?: boolean;
  /** Words that may stand for a word, for what was mistyped. */
  readonly others?: ReadonlyMap<string, readonly string[]>;
}

/**
 * Asks for every word, each in the name or as the place, in PostgreSQL's own writing: words hold letters and figures only, so
 * nothing needs to be escaped.
 */
export function wordsQuery(
  { words, place }: Extract<Sought, { kind: 'name' }>,
  { begun = false, others = new Map() }: Asking = {},
): string {
  const ways = (all: readonly string[], key: string, half: boolean): string =>
    orElse([...all.map((word) => (half ? `${lexeme(word)}:*` : lexeme(word))), ...(others.get(key) ?? []).map(lexeme)]);
  const asked = words.map((word, at) =>
    ways([word, `@${word}`], word, begun && at === words.length - 1 && word.length >= 3),
  );
  // A whole postcode is never the beginning of something else.
  if (place !== '') asked.push(ways([`@${place}`], `@${place}`, begun && !/^\d{4}$/.test(place)));
  return asked.join(' & ');
}

/** The words of which a mistyped one could be meant: long enough to be known in spite of a slip. */
export function mistakable({ words, place }: Extract<Sought, { kind: 'name' }>): string[] {
  const asked = words.flatMap((word) => [word, `@${word}`]);
  return [...asked, ...(place === '' ? [] : [`@${place}`])].filter(
    (word) => /^@?[a-z0-9]{4,30}$/.test(word) && /[a-z]/.test(word),
  );
}

/**
 * How many slips lie between two words: a letter too few, too many or another one, or two that changed places. Stops counting
 * above two.
 */
export function slipsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min(last[column]! + 1, now[column - 1]! + 1, last[column - 1]! + same);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, before[column - 2]! + 1);
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[other.length]!;
}
