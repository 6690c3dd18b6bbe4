import { hasGaps, lookupOf, type Column } from '../column.ts';

/**
 * Puts rows `from` to `to` of a column into a block at `at`, less a shift. Rows with a missing value are marked in `gaps`
 * (0 is the first row of the block); returns whether there were any.
 */
export type BlockReader = (block: Float64Array, at: number, from: number, to: number, gaps: Uint8Array) => boolean;

/** A reader of one column: values less `shift`. */
export function blockReader(column: Column, shift: number): BlockReader {
  const gapless = !hasGaps(column);
  if (column.kind === 'coded') {
    const lookup = lookupOf(column);
    for (let code = 0; code < column.levels.length; code++) lookup[code]! -= shift;
    return codedReader(column.codes, lookup, gapless);
  }
  const { values } = column;
  return (block, at, from, to, gaps) => {
    for (let row = from, place = at; row < to; row++, place++) block[place] = values[row]! - shift;
    return gapless ? false : markGaps(block, at, to - from, gaps);
  };
}

/** A reader of codes through a table of what each stands for; NaN is missing. */
export function codedReader(codes: Uint8Array | Uint16Array, lookup: Float64Array, gapless: boolean): BlockReader {
  const fill = codes instanceof Uint8Array ? fillFromBytes : fillFromWords;
  return (block, at, from, to, gaps) => {
    fill(codes as never, lookup, block, at, from, to);
    return gapless ? false : markGaps(block, at, to - from, gaps);
  };
}

function markGaps(block: Float64Array, at: number, rows: number, gaps: Uint8Array): boolean {
  let missing = false;
  for (let row = 0; row < rows; row++) {
    const value = block[at + row]!;
    if (value !== value) {
      gaps[row] = 1;
      missing = true;
    }
  }
  return missing;
}

// One function for each width of code, so that each is compiled for its own kind of array; four rows a turn, since the
// turns cost more than the rows.
function fillFromBytes(
  codes: Uint8Array,
  lookup: Float64Array,
  block: Float64Array,
  at: number,
  from: number,
  to: number,
): void {
  let row = from;
  let place = at;
  for (; row < to - 3; row += 4, place += 4) {
    block[place] = lookup[codes[row]!]!;
    block[place + 1] = lookup[codes[row + 1]!]!;
    block[place + 2] = lookup[codes[row + 2]!]!;
    block[place + 3] = lookup[codes[row + 3]!]!;
  }
  for (; row < to; row++, place++) block[place] = lookup[codes[row]!]!;
}

function fillFromWords(
  codes: Uint16Array,
  lookup: Float64Array,
  block: Float64Array,
  at: number,
  from: number,
  to: number,
): void {
  let row = from;
  let place = at;
  for (; row < to - 3; row += 4, place += 4) {
    block[place] = lookup[codes[row]!]!;
    block[place + 1] = lookup[codes[row + 1]!]!;
    block[place + 2] = lookup[codes[row + 2]!]!;
    block[place + 3] = lookup[codes[row + 3]!]!;
  }
  for (; row < to; row++, place++) block[place] = lookup[codes[row]!]!;
}
