const halfLogTwoPi = 0.918_938_533_204_672_7;

/**
 * What Stirling's formula leaves over: log Γ(z) − ((z − ½) log z − z + ½ log 2π), for z > 0, to an absolute 1e-15.
 * Densities written with it and with `deviance` lose no digits in the tails, where differences of log Γ would.
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function stirlingRest(z: number): number {
  let rest = 0;
  let at = z;
  // The rest at z and at z + 1 differ by a term that is easily had: climb to where the series is exact.
  for (; at < 16; at++) rest += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = at * at;
  const series =
    1 / 12 -
    (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360_360 / square) / square) / square) / square) / square;
  return rest + series / at;
}

/** log Γ(z) for z > 0. */
export function logGamma(z: number): number {
  return (z - 0.5) * Math.log(z) - z + halfLogTwoPi + stirlingRest(z);
}

/**
 * x log(x / expected) + expected − x without loss where the two are close: the exponent of a Poisson or binomial
 * probability. Source: Loader (2000), who calls it bd0.
 */
export function deviance(x: number, expected: number): number {
  if (x === 0) return expected;
  const difference = x - expected;
  if (Math.abs(difference) >= 0.1 * (x + expected)) return x * Math.log(x / expected) + expected - x;
  const ratio = difference / (x + expected);
  const square = ratio * ratio;
  let sum = difference * ratio;
  let term = 2 * x * ratio;
  for (let odd = 3; odd < 1000; odd += 2) {
    term *= square;
    const next = sum + term / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
