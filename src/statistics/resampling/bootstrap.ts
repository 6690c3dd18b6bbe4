import { normalLower, normalQuantile } from '../distributions/normal.ts';
import { type Reason, StatisticsError } from '../reason.ts';
import { randomNumbers } from './randomNumbers.ts';

type Interval = readonly [number, number];

export interface Bootstrap {
  readonly estimate: number | undefined;
  /** Resamples in which the statistic existed, of how many were drawn. */
  readonly used: number;
  readonly drawn: number;
  readonly standardError: number | undefined;
  readonly bias: number | undefined;
  readonly percentile: Interval | undefined;
  /** Bias-corrected and accelerated. */
  readonly bca: Interval | undefined;
  readonly reasons: readonly Reason[];
}

export interface BootstrapOptions {
  readonly seed: number;
  /** Resamples; 2000 when left out. */
  readonly times?: number;
  readonly level?: number;
}

/**
 * Draws rows with replacement and computes a statistic on each resample. The statistic gets the places of the drawn rows
 * and gives a number, or undefined when it does not exist there. The same seed gives the same answer.
 * Source: B. Efron and R. Tibshirani, An introduction to the bootstrap (1993).
 */
export function bootstrap(
  rows: number,
  statistic: (drawn: Uint32Array) => number | undefined,
  options: BootstrapOptions,
): Bootstrap {
  const { seed, times = 2000, level = 0.95 } = options;
  if (!(rows >= 1 && times >= 1)) throw new StatisticsError('A bootstrap needs a row and a resample.');
  const estimate = statistic(Uint32Array.from({ length: rows }, (_, row) => row));
  const random = randomNumbers(seed);
  const replicates: number[] = [];
  const drawn = new Uint32Array(rows);
  for (let time = 0; time < times; time++) {
    for (let row = 0; row < rows; row++) drawn[row] = random.whole(rows);
    const value = statistic(drawn);
    if (value !== undefined) replicates.push(value);
  }
  const leftOut = estimate === undefined ? [] : jackknife(rows, statistic);
  return { ...bootstrapIntervals(estimate, replicates, leftOut, level), drawn: times };
}

/** The statistic without each row in turn; undefined ones are left out. */
export function jackknife(rows: number, statistic: (kept: Uint32Array) => number | undefined): number[] {
  const values: number[] = [];
  const kept = new Uint32Array(rows - 1);
  for (let without = 0; without < rows; without++) {
    for (let row = 0, place = 0; row < rows; row++) if (row !== without) kept[place++] = row;
    const value = statistic(kept);
    if (value !== undefined) values.push(value);
  }
  return values;
}

/** The intervals from an estimate, its replicates and its values without each row. */
export function bootstrapIntervals(
  estimate: number | undefined,
  replicates: readonly number[],
  leftOut: readonly number[],
  level = 0.95,
): Omit<Bootstrap, 'drawn'> {
  const used = replicates.length;
  const none = { standardError: undefined, bias: undefined, percentile: undefined, bca: undefined };
  if (estimate === undefined || used < 2) {
    const text =
      estimate === undefined
        ? 'The statistic does not exist for these rows.'
        : 'Fewer than two resamples have the statistic.';
    return { estimate, used, ...none, reasons: [{ of: 'percentile', why: 'too-few-rows', text }] };
  }
  const sorted = Float64Array.from(replicates).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / used;
  const standardError = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (used - 1));
  const tail = (1 - level) / 2;
  const percentile = [quantile(sorted, tail), quantile(sorted, 1 - tail)] as const;
  const below = sorted.filter((value) => value < estimate).length / used;
  const reasons: Reason[] = [];
  let bca: Interval | undefined;
  if (below > 0 && below < 1 && leftOut.length > 1) {
    const shift = normalQuantile(below);
    const acceleration = accelerationOf(leftOut);
    const moved = (p: number) => {
      const z = shift + normalQuantile(p);
      return quantile(sorted, normalLower(shift + z / (1 - acceleration * z)));
    };
    bca = [moved(tail), moved(1 - tail)];
  } else reasons.push({ of: 'bca', why: 'constant', text: 'All resamples lie on one side of the estimate.' });
  return { estimate, used, standardError, bias: mean - estimate, percentile, bca, reasons };
}

function accelerationOf(leftOut: readonly number[]): number {
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
  let squares = 0;
  let cubes = 0;
  for (const value of leftOut) {
    const difference = mean - value;
    squares += difference ** 2;
    cubes += difference ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

/** At (m + 1) p among m sorted values, in a straight line between neighbours (R's type 6). */
function quantile(sorted: Float64Array, p: number): number {
  const place = (sorted.length + 1) * p - 1;
  const low = Math.max(0, Math.min(sorted.length - 1, Math.floor(place)));
  const high = Math.min(sorted.length - 1, low + 1);
  const share = Math.max(0, Math.min(1, place - low));
  return sorted[low]! + share * (sorted[high]! - sorted[low]!);
}
