import { valuesOf, type Column } from './column.ts';

/** What a t test needs of a sample: the values that are there, their mean and their sum of squares about it. */
export interface Sample {
  readonly values: Float64Array;
  readonly n: number;
  readonly mean: number;
  /** Σ (x − mean)², exactly 0 when all values are the same. */
  readonly squares: number;
}

/** The present values of a column. */
export function sampleOf(column: Column): Sample {
  return sampleOfValues(valuesOf(column).filter((value) => !Number.isNaN(value)));
}

/** Mean and squares in two passes, taken from the first value, so that values far from zero lose nothing. */
export function sampleOfValues(values: Float64Array): Sample {
  const n = values.length;
  const first = values[0] ?? 0;
  let sum = 0;
  for (const value of values) sum += value - first;
  const shift = n > 0 ? sum / n : 0;
  let squares = 0;
  let rest = 0;
  for (const value of values) {
    const difference = value - first - shift;
    squares += difference * difference;
    rest += difference;
  }
  const constant = values.every((value) => value === first);
  return {
    values,
    n,
    mean: first + shift + (n > 0 ? rest / n : 0),
    squares: constant ? 0 : squares - (rest * rest) / n,
  };
}

/** The differences `after − before` of the rows that have both. */
export function differencesOf(before: Column, after: Column): { before: Sample; after: Sample; difference: Sample } {
  const first = valuesOf(before);
  const second = valuesOf(after);
  const rows: number[] = [];
  for (let row = 0; row < first.length; row++)
    if (!Number.isNaN(first[row]!) && !Number.isNaN(second[row]!)) rows.push(row);
  const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  return {
    before: sampleOfValues(pick(first)),
    after: sampleOfValues(pick(second)),
    difference: sampleOfValues(Float64Array.from(rows, (row) => second[row]! - first[row]!)),
  };
}
