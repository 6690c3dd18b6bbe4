import { betaTails, logBetaPower } from './beta.ts';
import { positiveQuantile } from './quantile.ts';

function twoTails(t: number, df: number) {
  const square = t * t;
  // Beyond the reach of a double's square, x is df / t², and y is 1.
  if (square === Infinity) return betaTails(df / 2, 0.5, df / Math.abs(t) / Math.abs(t), 1);
  return betaTails(df / 2, 0.5, df / (df + square), square / (df + square));
}

/** P(|T| > |t|) for Student's t with df > 0 degrees of freedom (need not be whole). An infinite t gives 0. */
export function studentTTwoSided(t: number, df: number): number {
  return Math.abs(t) === Infinity ? 0 : twoTails(t, df).lower;
}

/** log P(|T| > |t|), also where the probability itself is too small for a double. */
export function logStudentTTwoSided(t: number, df: number): number {
  return Math.abs(t) === Infinity ? -Infinity : twoTails(t, df).logLower;
}

/** P(T > t). */
export function studentTUpper(t: number, df: number): number {
  const half = studentTTwoSided(t, df) / 2;
  return t >= 0 ? half : 1 - half;
}

/** The t with P(T ≤ t) = p, 0 < p < 1. */
export function studentTQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentTQuantile(1 - p, df);
  return studentTCritical(2 * (1 - p), df);
}

/** The t > 0 that |T| exceeds with probability p: the multiplier of a standard error in an interval of level 1 − p. */
export function studentTCritical(p: number, df: number): number {
  const logDensity = (t: number) => {
    const square = t * t;
    return logBetaPower(df / 2, 0.5, df / (df + square), square / (df + square)) - Math.log(t) + Math.LN2;
  };
  return positiveQuantile(Math.log(p), false, (t) => logStudentTTwoSided(t, df), logDensity, 2);
}
