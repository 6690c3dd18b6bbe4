import { StatisticsError } from './reason.ts';

/**
 * A column of few distinct values: answers on a scale, ages, scale scores. Row i holds `levels[codes[i]]`; a code of
 * `levels.length` or more is a missing value (readers write 255, or 65535 in two bytes). Levels ascend. Ranks, medians
 * and cross products count codes instead of sorting values, and a million answers take a megabyte. A column is not
 * written to once it is made.
 */
export interface CodedColumn {
  readonly kind: 'coded';
  readonly name: string;
  readonly codes: Uint8Array | Uint16Array;
  readonly levels: Float64Array;
}

/** A column of any numbers; NaN is a missing value. */
export interface NumberColumn {
  readonly kind: 'numbers';
  readonly name: string;
  readonly values: Float64Array;
}

export type Column = CodedColumn | NumberColumn;

const missingByte = 255;

/** Makes a column of values; null, undefined and NaN are missing. Whole numbers close together become codes of a byte. */
export function column(name: string, values: Iterable<number | null | undefined>): Column {
  const numbers = Float64Array.from(values, (value) => value ?? Number.NaN);
  if (numbers.some((value) => value === Infinity || value === -Infinity))
    throw new StatisticsError(`Column ${name} holds an infinite value.`);
  return codedIfWhole({ kind: 'numbers', name, values: numbers });
}

/** The same column in bytes when it holds only whole numbers that lie within 254 of one another. */
export function codedIfWhole(source: NumberColumn): Column {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const value of source.values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isSafeInteger(value)) return source;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (!(highest - lowest < missingByte)) return source;
  const codes = new Uint8Array(source.values.length);
  for (let row = 0; row < codes.length; row++) {
    const value = source.values[row]!;
    codes[row] = Number.isNaN(value) ? missingByte : value - lowest;
  }
  const levels = Float64Array.from({ length: highest - lowest + 1 }, (_, code) => lowest + code);
  return { kind: 'coded', name: source.name, codes, levels };
}

/** A column of bytes: row i holds `minimum + codes[i]`; a code above `maximum - minimum` is missing. */
export function byteColumn(name: string, codes: Uint8Array, minimum: number, maximum: number): CodedColumn {
  const levels = Float64Array.from({ length: maximum - minimum + 1 }, (_, code) => minimum + code);
  return { kind: 'coded', name, codes, levels };
}

/** How many rows a column has, missing ones included. */
export function rowsOf(source: Column): number {
  return source.kind === 'coded' ? source.codes.length : source.values.length;
}

/** What each possible code stands for, NaN for the missing ones: 256 or 65 536 values. */
export function lookupOf(source: CodedColumn, meaning: Float64Array = source.levels): Float64Array {
  const lookup = (source.codes.BYTES_PER_ELEMENT === 1 ? missingBytes : missingWords).slice();
  lookup.set(meaning);
  return lookup;
}

const missingBytes = new Float64Array(256).fill(Number.NaN);
const missingWords = new Float64Array(65_536).fill(Number.NaN);

/** The values of a column; NaN where missing. Numbers are not copied: do not write into them. */
export function valuesOf(source: Column): Float64Array {
  if (source.kind === 'numbers') return source.values;
  const { codes } = source;
  const values = new Float64Array(codes.length);
  const lookup = lookupOf(source);
  for (let row = 0; row < codes.length; row++) values[row] = lookup[codes[row]!]!;
  return values;
}

/** The values that are there, in row order. */
export function presentValues(source: Column): Float64Array {
  return valuesOf(source).filter((value) => !Number.isNaN(value));
}

/** Room for codes of a column made of others: of as few bytes as its levels take, and shared by threads when theirs is. */
export function codesLike(source: Uint8Array | Uint16Array, levels: number, rows: number): Uint8Array | Uint16Array {
  const bytes = levels < missingByte + 1 ? rows : 2 * rows;
  const memory = source.buffer instanceof ArrayBuffer ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
  return bytes === rows ? new Uint8Array(memory) : new Uint16Array(memory);
}

const countsOf = new WeakMap<CodedColumn, Float64Array>();

/** How often each level of a coded column occurs; missing values are not counted. Counted once for each column. */
export function levelCounts(source: CodedColumn): Float64Array {
  const known = countsOf.get(source);
  if (known) return known;
  const { codes, levels } = source;
  const counts = codeCounts(codes, levels.length);
  countsOf.set(source, counts);
  return counts;
}

/** The counts of a column as far as they are known already; what is sent to another thread takes them along. */
export function knownCounts(source: Column): Float64Array | undefined {
  return source.kind === 'coded' ? countsOf.get(source) : undefined;
}

/** Keeps the counts of a column whose maker has them at hand. */
export function withCounts(source: CodedColumn, counts: Float64Array): CodedColumn {
  countsOf.set(source, counts);
  return source;
}

/** How often each of the first `levels` codes occurs. */
export function codeCounts(codes: Uint8Array | Uint16Array, levels: number): Float64Array {
  const counts = new Float64Array(levels);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < levels) counts[code]!++;
  }
  return counts;
}

/** How many values of a column are there. */
export function presentIn(source: Column): number {
  let n = 0;
  if (source.kind === 'coded') for (const count of levelCounts(source)) n += count;
  else for (const value of source.values) if (value === value) n++;
  return n;
}

/** Whether a column has missing values. */
export function hasGaps(source: Column): boolean {
  return presentIn(source) < rowsOf(source);
}
