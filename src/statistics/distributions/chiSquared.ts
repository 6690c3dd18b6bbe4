import { gammaTails, logGammaPower } from './gamma.ts';
import { positiveQuantile } from './quantile.ts';

/** P(X > x) for chi-squared with df degrees of freedom. */
export function chiSquaredUpper(x: number, df: number): number {
  return x === Infinity ? 0 : gammaTails(df / 2, x / 2).upper;
}

/** P(X ≤ x). */
export function chiSquaredLower(x: number, df: number): number {
  return x === Infinity ? 1 : gammaTails(df / 2, x / 2).lower;
}

/** The x with P(X ≤ x) = p, 0 < p < 1. */
export function chiSquaredQuantile(p: number, df: number): number {
  const logDensity = (x: number) => logGammaPower(df / 2, x / 2) - Math.log(x);
  return p < 0.5
    ? positiveQuantile(Math.log(p), true, (x) => gammaTails(df / 2, x / 2).logLower, logDensity, df)
    : positiveQuantile(Math.log1p(-p), false, (x) => gammaTails(df / 2, x / 2).logUpper, logDensity, df);
}
