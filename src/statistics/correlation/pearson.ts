import { studentTTwoSided } from '../distributions/studentT.ts';
import { type JointCounts, marginsOf } from './pairs.ts';

/** A correlation in which `r` is undefined when one of the two never varies. */
export interface PairCorrelation {
  readonly r: number | undefined;
  readonly n: number;
}

/** Pearson's product-moment correlation of two arrays without gaps. */
export function pearson(x: Float64Array, y: Float64Array): PairCorrelation {
  const n = x.length;
  const xs = centred(x);
  const ys = centred(y);
  if (!xs || !ys) return { r: undefined, n };
  let sum = 0;
  for (let row = 0; row < n; row++) sum += xs[row]! * ys[row]!;
  return { r: withinOne(sum), n };
}

/** Values less their mean, of length 1; undefined when they never vary. */
function centred(values: Float64Array): Float64Array | undefined {
  const n = values.length;
  const first = values[0]!;
  let largest = 0;
  let sum = 0;
  for (const value of values) sum += value - first;
  const mean = first + sum / n;
  let rest = 0;
  for (const value of values) {
    rest += value - mean;
    largest = Math.max(largest, Math.abs(value - first));
  }
  if (!(largest > 0)) return undefined;
  rest /= n;
  // Divided by the largest first: neither huge nor tiny values leave the range of doubles when squared.
  const result = values.map((value) => (value - mean - rest) / largest);
  let square = 0;
  for (const value of result) square += value * value;
  const length = Math.sqrt(square);
  return result.map((value) => value / length);
}

/** The correlation of the values at hand in a table of counts. */
export function pearsonOfCounts(joint: JointCounts, xs: Float64Array, ys: Float64Array): PairCorrelation {
  const margins = marginsOf(joint);
  const x = centre(margins.x, xs, joint.n);
  const y = centre(margins.y, ys, joint.n);
  if (!x || !y) return { r: undefined, n: joint.n };
  let sum = 0;
  for (let i = 0; i < x.values.length; i++) {
    if (margins.x[i] === 0) continue;
    let inner = 0;
    for (let j = 0; j < y.values.length; j++) inner += joint.counts[i * y.values.length + j]! * y.values[j]!;
    sum += inner * x.values[i]!;
  }
  return { r: withinOne(sum / Math.sqrt(x.square) / Math.sqrt(y.square)), n: joint.n };
}

function centre(counts: Float64Array, levels: Float64Array, n: number) {
  if (counts.filter((count) => count > 0).length < 2) return undefined;
  let sum = 0;
  for (let level = 0; level < levels.length; level++) sum += counts[level]! * levels[level]!;
  const mean = sum / n;
  const values = levels.map((level) => level - mean);
  let square = 0;
  for (let level = 0; level < levels.length; level++) square += counts[level]! * values[level]! ** 2;
  return { values, square };
}

/** Rounding may carry a perfect correlation past 1, or leave it a hair under. */
export function withinOne(r: number): number {
  return Math.abs(r) > 1 - 4e-16 ? Math.sign(r) : r;
}

/**
 * The two-sided p of a correlation from Student's t with n − 2 degrees of freedom; 0 for a perfect one, undefined for
 * n < 3.
 */
export function correlationP(r: number, n: number): number | undefined {
  if (n < 3) return undefined;
  const t = (r * Math.sqrt(n - 2)) / Math.sqrt((1 - r) * (1 + r));
  return studentTTwoSided(t, n - 2);
}
