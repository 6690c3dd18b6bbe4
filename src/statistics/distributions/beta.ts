import { deviance, stirlingRest } from './stirling.ts';

/** Two tails that together are 1, each to full precision however small, and their logarithms. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly logLower: number;
  readonly logUpper: number;
}

/** Tails of which one is known through its logarithm. */
export function tailsFrom(side: 'lower' | 'upper', logValue: number): Tails {
  const value = Math.exp(logValue);
  const other = -Math.expm1(logValue);
  const logOther = logValue > -0.5 ? Math.log(other) : Math.log1p(-value);
  return side === 'lower'
    ? { lower: value, upper: other, logLower: logValue, logUpper: logOther }
    : { lower: other, upper: value, logLower: logOther, logUpper: logValue };
}

/** log of x^a y^b / B(a, b), where y = 1 − x. */
export function logBetaPower(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const rests = stirlingRest(n) - stirlingRest(a) - stirlingRest(b);
  // The powers of x and y against their means in (a, b): small when x is near a / (a + b), and then free of cancellation.
  const exponent = deviance(a, n * x) + deviance(b, n * y);
  return rests - exponent + 0.5 * Math.log((a / n) * (b / (2 * Math.PI)));
}

/**
 * The continued fraction that, times x^a y^b / B(a, b), is I_x(a, b). It is written in λ = a − (a + b) x, which stays
 * exact when a is large and x near 1; it converges fast for x < (a + 1) / (a + b + 2).
 * Source: A. DiDonato and A. Morris, Algorithm 708 (1992), equation 9.
 */
function betaFraction(a: number, b: number, x: number, y: number): number {
  const lambda = x > 0.5 ? (a + b) * y - b : a - (a + b) * x;
  let denominator = (a / (a + 1)) * (lambda + 1);
  let c = Infinity;
  let d = 1 / denominator;
  let fraction = d;
  for (let n = 1; n < 1_000_000; n++) {
    const centre = a + 2 * n - 1;
    const numerator = ((a + n - 1) / centre) * ((a + b + n - 1) / centre) * n * (b - n) * x * x;
    denominator = n + (n * (b - n) * x) / centre + ((a + n) / (centre + 2)) * (lambda + 1 + n * (1 + y));
    c = denominator + numerator / c;
    d = 1 / (denominator + numerator * d);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 3e-16) break;
  }
  return fraction;
}

/**
 * The regularised incomplete beta function I_x(a, b) as lower tail and 1 − I as upper tail. Both x and y = 1 − x are
 * handed in, so that neither loses digits near 0 or 1. a, b > 0.
 */
export function betaTails(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0 };
  if (y <= 0) return { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity };
  const power = logBetaPower(a, b, x, y);
  return x < (a + 1) / (a + b + 2)
    ? tailsFrom('lower', power + Math.log(betaFraction(a, b, x, y)))
    : tailsFrom('upper', power + Math.log(betaFraction(b, a, y, x)));
}
