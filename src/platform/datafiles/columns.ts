import type { Place } from './problem.ts';

/** The code of a missing answer in a column of bytes. */
export const missingByte = 255;

/**
 * A column of numbers. `bytes`: whole numbers close together; row i holds `minimum + codes[i]`, or nothing where the code
 * is `missingByte`. `doubles`: everything else, NaN where missing.
 */
export type NumberColumn =
  | {
      readonly name: string;
      readonly kind: 'bytes';
      readonly codes: Uint8Array;
      readonly minimum: number;
      readonly maximum: number;
      readonly missing: number;
    }
  | { readonly name: string; readonly kind: 'doubles'; readonly values: Float64Array; readonly missing: number };

/** A column of words: per row the place in `words`, −1 where missing. */
export interface WordColumn {
  readonly name: string;
  readonly kind: 'words';
  readonly values: Int32Array;
  readonly words: readonly string[];
  readonly missing: number;
}

export type Column = NumberColumn | WordColumn;

export interface Table {
  readonly rows: number;
  /** Only what was asked for, in that order. */
  readonly columns: readonly Column[];
  /** Every name in the file. */
  readonly names: readonly string[];
  /** Where a value stands, for messages. */
  placeOf(row: number, column: string): Place;
}

/** The value of one row; undefined when missing. */
export function numberAt(column: NumberColumn, row: number): number | undefined {
  if (column.kind === 'doubles') {
    const value = column.values[row];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }
  const code = column.codes[row];
  return code === undefined || code === missingByte ? undefined : column.minimum + code;
}

/** The word of one row; undefined when missing. */
export function wordAt(column: WordColumn, row: number): string | undefined {
  return column.words[column.values[row] ?? -1];
}
