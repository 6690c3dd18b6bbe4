import { codeCounts, levelCounts, rowsOf, type Column } from '../column.ts';
import { blockReader, type BlockReader } from './blockReader.ts';
import { addProducts, blockRows, paddedColumns } from './productBlock.ts';
import { scratchMemory } from './scratch.ts';

/** Means and centred cross products of some columns over the rows in which all of them are there. */
export interface Moments {
  readonly columns: number;
  /** Rows that count. */
  readonly n: number;
  readonly means: Float64Array;
  /** Σ (x_i − mean_i)(x_j − mean_j), `columns × columns`, symmetric; exactly 0 for a column that never varies. */
  readonly products: Float64Array;
}

/** Whether a column is the same in every row that counts. */
export function constantIn(source: Moments, column: number): boolean {
  return !(source.products[column * source.columns + column]! > 0);
}

/**
 * Cross products over the rows without a gap in any of the columns. Values are read less a shift near their mean, so
 * that a column far from zero loses no digits; whole numbers stay exact.
 */
export function moments(columns: readonly Column[]): Moments {
  const rows = columns[0] ? rowsOf(columns[0]) : 0;
  let shifts = columns.map(centreOf);
  let found = shiftedMoments(columns, shifts, rows);
  // Rows with gaps may have drawn the shift far from what is left: once more, from where the mean turned out to be.
  const far = shifts.some((shift, index) => {
    const spread = found.products[index * columns.length + index]!;
    return spread < 1e-6 * found.n * (found.means[index]! - shift) ** 2;
  });
  if (far && found.n > 0) {
    shifts = [...found.means];
    found = shiftedMoments(columns, shifts, rows);
  }
  return withoutRounding(found);
}

function shiftedMoments(columns: readonly Column[], shifts: readonly number[], rows: number): Moments {
  const readers = columns.map((column, index) => blockReader(column, shifts[index]!));
  const found = blockMoments(readers, rows);
  for (let index = 0; index < shifts.length; index++) found.means[index]! += shifts[index]!;
  return found;
}

/** A column that never varies may have got a spread of a rounding error: it gets none. */
function withoutRounding(found: Moments): Moments {
  const k = found.columns;
  for (let i = 0; i < k; i++) {
    if (found.products[i * k + i]! > found.n * (1e-15 * found.means[i]!) ** 2) continue;
    for (let j = 0; j < k; j++) found.products[i * k + j] = found.products[j * k + i] = 0;
  }
  return found;
}

const blockMemory = scratchMemory();

/** The same for readers that have taken their shifts off already; the means are those of what they read. */
export function blockMoments(readers: readonly BlockReader[], rows: number): Moments {
  const k = readers.length;
  const padded = paddedColumns(k);
  const block = blockMemory(padded * blockRows).fill(0, k * blockRows, padded * blockRows);
  const sums = new Float64Array(padded);
  const products = new Float64Array(padded * padded);
  const gaps = new Uint8Array(blockRows);
  let n = 0;
  for (let from = 0; from < rows; from += blockRows) {
    const to = Math.min(rows, from + blockRows);
    let missing = false;
    for (let index = 0; index < k; index++)
      if (readers[index]!(block, index * blockRows, from, to, gaps)) missing = true;
    n += to - from;
    if (missing) n -= clearGaps(block, k, to - from, gaps);
    addProducts(block, to - from, padded, sums, products);
  }
  return centred(k, padded, n, sums, products);
}

/** Rows with a gap count as zeros everywhere; returns how many there were. */
function clearGaps(block: Float64Array, k: number, rows: number, gaps: Uint8Array): number {
  let cleared = 0;
  for (let row = 0; row < rows; row++) {
    if (gaps[row] === 0) continue;
    gaps[row] = 0;
    cleared++;
    for (let index = 0; index < k; index++) block[index * blockRows + row] = 0;
  }
  return cleared;
}

function centred(k: number, padded: number, n: number, sums: Float64Array, products: Float64Array): Moments {
  const central = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = i; j < k; j++) {
      const value = n > 0 ? products[i * padded + j]! - (sums[i]! * sums[j]!) / n : 0;
      central[i * k + j] = value;
      central[j * k + i] = value;
    }
  }
  return { columns: k, n, means: Float64Array.from(sums.subarray(0, k), (sum) => sum / n), products: central };
}

/** A number near the mean of a column; a level of it when it is coded, so that whole numbers stay whole. */
export function centreOf(column: Column): number {
  if (column.kind === 'coded') {
    // A few rows say enough: the shift need not be the mean, only near it.
    const { codes, levels } = column;
    const counts = codes.length <= 1024 ? levelCounts(column) : codeCounts(codes.subarray(0, 1024), levels.length);
    let best = 0;
    for (let code = 1; code < levels.length; code++) if (counts[code]! > counts[best]!) best = code;
    return column.levels[best] ?? 0;
  }
  let sum = 0;
  let n = 0;
  let first = Number.NaN;
  for (const value of column.values) {
    if (value !== value) continue;
    if (n === 0) first = value;
    sum += value - first;
    n++;
  }
  return n === 0 ? 0 : first + sum / n;
}

/** The moments of some of the columns, in the order asked. */
export function chosenMoments(all: Moments, chosen: readonly number[]): Moments {
  const k = chosen.length;
  const products = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) products[i * k + j] = all.products[chosen[i]! * all.columns + chosen[j]!]!;
  return { columns: k, n: all.n, means: Float64Array.from(chosen, (index) => all.means[index]!), products };
}
