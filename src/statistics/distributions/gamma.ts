import { tailsFrom, type Tails } from './beta.ts';
import { deviance, stirlingRest } from './stirling.ts';

/** log of x^a e^-x / Γ(a). */
export function logGammaPower(a: number, x: number): number {
  return 0.5 * Math.log(a / (2 * Math.PI)) - deviance(a, x) - stirlingRest(a);
}

/** The regularised incomplete gamma function P(a, x) as lower tail and Q(a, x) as upper tail; a > 0, x ≥ 0. */
export function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0 };
  const power = logGammaPower(a, x);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = a + 1; term > sum * 1e-17; k++) {
      term *= x / k;
      sum += term;
    }
    return tailsFrom('lower', power + Math.log(sum));
  }
  // Lentz's way through the continued fraction of Q.
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 1_000_000; k++) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 3e-16) break;
  }
  return tailsFrom('upper', power + Math.log(fraction));
}
