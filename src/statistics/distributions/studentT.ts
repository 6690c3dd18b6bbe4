import { betaTails, logBetaPower } from './beta.ts';
import { positiveQuantile } from './quantile.ts';
import { logGamma } from './stirling.ts';

/** Beyond it t² leaves the range of doubles; all that counts there is the first term of the tail. */
const remote = 1e140;

/** log of x^a y^b / B(a, b) with a = df / 2, b = ½ and x = df / (df + t²). */
function logPower(t: number, df: number): number {
  if (t < remote) return logBetaPower(df / 2, 0.5, df / (df + t * t), (t * t) / (df + t * t));
  const logBeta = logGamma(df / 2) + logGamma(0.5) - logGamma((df + 1) / 2);
  return (df / 2) * (Math.log(df) - 2 * Math.log(t)) - logBeta;
}

const twoTails = (t: number, df: number) => betaTails(df / 2, 0.5, df / (df + t * t), (t * t) / (df + t * t));

/** P(|T| > |t|) for Student's t with df > 0 degrees of freedom (need not be whole). An infinite t gives 0. */
export function studentTTwoSided(t: number, df: number): number {
  return Math.abs(t) < remote ? twoTails(t, df).lower : Math.exp(logStudentTTwoSided(t, df));
}

/** log P(|T| > |t|), also where the probability itself is too small for a double. */
export function logStudentTTwoSided(t: number, df: number): number {
  const size = Math.abs(t);
  if (size < remote) return twoTails(t, df).logLower;
  return size === Infinity ? -Infinity : logPower(size, df) - Math.log(df / 2);
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
  const logDensity = (t: number) => logPower(t, df) - Math.log(t) + Math.LN2;
  return positiveQuantile(Math.log(p), false, (t) => logStudentTTwoSided(t, df), logDensity, 2);
}
