import { betaTails, logBetaPower } from './beta.ts';
import { positiveQuantile } from './quantile.ts';

const tails = (f: number, df1: number, df2: number) =>
  betaTails(df1 / 2, df2 / 2, (df1 * f) / (df1 * f + df2), df2 / (df1 * f + df2));

/** P(F > f) for Fisher's F with df1 and df2 degrees of freedom. An infinite f gives 0. */
export function fisherFUpper(f: number, df1: number, df2: number): number {
  return f === Infinity ? 0 : tails(f, df1, df2).upper;
}

/** P(F ≤ f). */
export function fisherFLower(f: number, df1: number, df2: number): number {
  return f === Infinity ? 1 : tails(f, df1, df2).lower;
}

/** The f with P(F ≤ f) = p, 0 < p < 1. */
export function fisherFQuantile(p: number, df1: number, df2: number): number {
  const logDensity = (f: number) =>
    logBetaPower(df1 / 2, df2 / 2, (df1 * f) / (df1 * f + df2), df2 / (df1 * f + df2)) - Math.log(f);
  return p < 0.5
    ? positiveQuantile(Math.log(p), true, (f) => tails(f, df1, df2).logLower, logDensity, 1)
    : positiveQuantile(Math.log1p(-p), false, (f) => tails(f, df1, df2).logUpper, logDensity, 1);
}
