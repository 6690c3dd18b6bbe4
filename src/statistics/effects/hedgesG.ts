import { normalCritical } from '../distributions/normal.ts';
import { stirlingRest } from '../distributions/stirling.ts';
import { type Effect } from '../comparing/comparison.ts';
import { type Sample } from '../sample.ts';

/**
 * The factor that takes the bias of a small sample out of a standardised difference: Γ(df/2) / (√(df/2) Γ((df − 1)/2)),
 * exactly, not 1 − 3 / (4 df − 1). df > 1.
 */
export function smallSampleFactor(df: number): number {
  const z = (df - 1) / 2;
  // log Γ(z + ½) − log Γ(z) − ½ log(df/2), with what would cancel taken out.
  const log =
    z * Math.log1p(1 / (2 * z)) - 0.5 + stirlingRest(z + 0.5) - stirlingRest(z) - 0.5 * Math.log1p(1 / (2 * z));
  return Math.exp(log);
}

function around(value: number, standardError: number, level: number): readonly [number, number] {
  const half = normalCritical(level) * standardError;
  return [value - half, value + half];
}

/** Cohen's d of two groups: the difference of means in pooled standard deviations. Undefined without spread. */
export function cohensD(first: Sample, second: Sample, level = 0.95): Effect | undefined {
  const df = first.n + second.n - 2;
  const pooled = Math.sqrt((first.squares + second.squares) / df);
  if (!(df > 0 && pooled > 0)) return undefined;
  const value = (first.mean - second.mean) / pooled;
  return { name: 'cohens d', value, interval: around(value, errorOf(value, first.n, second.n), level) };
}

/**
 * Hedges' g of two groups: Cohen's d without the bias of small samples. The interval is normal, with variance
 * (n₁ + n₂) / (n₁ n₂) + g² / (2 (n₁ + n₂)). Source: L. Hedges and I. Olkin, Statistical methods for meta-analysis (1985).
 */
export function hedgesG(first: Sample, second: Sample, level = 0.95): Effect | undefined {
  const d = cohensD(first, second);
  const df = first.n + second.n - 2;
  if (!d || df < 2) return undefined;
  const value = smallSampleFactor(df) * d.value;
  return { name: 'hedges g', value, interval: around(value, errorOf(value, first.n, second.n), level) };
}

function errorOf(value: number, n1: number, n2: number): number {
  return Math.sqrt((n1 + n2) / (n1 * n2) + (value * value) / (2 * (n1 + n2)));
}

/**
 * Hedges' g of pairs, in the average standard deviation of before and after (d_av: √ of the mean variance), so that it
 * compares with that of groups. Variance: 2 (1 − r) (1/n + g² / (2n)), r between before and after.
 * Source: M. Borenstein and others, Introduction to meta-analysis (2009), chapter 4.
 */
export function pairedHedgesG(before: Sample, after: Sample, difference: Sample, level = 0.95): Effect | undefined {
  const { n } = difference;
  const average = Math.sqrt((before.squares + after.squares) / 2 / (n - 1));
  if (!(n > 2 && average > 0)) return undefined;
  const value = (smallSampleFactor(n - 1) * difference.mean) / average;
  const product = (before.squares + after.squares - difference.squares) / 2;
  const length = Math.sqrt(before.squares) * Math.sqrt(after.squares);
  const r = length > 0 ? Math.max(-1, Math.min(1, product / length)) : 0;
  const error = Math.sqrt(2 * (1 - r) * (1 / n + (value * value) / (2 * n)));
  return { name: 'hedges g', value, interval: around(value, error, level) };
}

/** Cohen's d of pairs in standard deviations of the differences (d_z), with the variance 1/n + d² / (2n). */
export function pairedCohensD(difference: Sample, level = 0.95): Effect | undefined {
  const { n } = difference;
  if (!(n > 1 && difference.squares > 0)) return undefined;
  const value = difference.mean / Math.sqrt(difference.squares / (n - 1));
  return { name: 'cohens d z', value, interval: around(value, Math.sqrt(1 / n + (value * value) / (2 * n)), level) };
}
