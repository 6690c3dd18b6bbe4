const halfLogTwoPi = 0.918_938_533_204_672_7;

/** −z²/2 in two parts, so that its rounding does not become that of the density far out. */
function density(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  const rest = (z - coarse) * (z + coarse);
  return Math.exp((-coarse * coarse) / 2) * Math.exp(-rest / 2 - halfLogTwoPi);
}

/** Upper tail over density at z ≥ 2 (Mills' ratio), by Laplace's continued fraction. */
function millsRatio(z: number): number {
  let c = z;
  let d = 0;
  let fraction = z;
  for (let k = 1; k < 10_000; k++) {
    d = 1 / (z + k * d);
    c = z + k / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 3e-16) break;
  }
  return 1 / fraction;
}

/** Φ(z) − ½ for small z: a series of terms of one sign. */
function central(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return density(z) * sum;
}

/** P(Z > z) for a standard normal Z, to full precision in both tails. */
export function normalUpper(z: number): number {
  if (z >= 2) return z > 40 ? 0 : density(z) * millsRatio(z);
  if (z > -2) return 0.5 - central(z);
  return 1 - normalUpper(-z);
}

/** P(Z ≤ z). */
export function normalLower(z: number): number {
  return normalUpper(-z);
}

/** log P(Z > z), also where the probability itself is too small for a double. */
export function logNormalUpper(z: number): number {
  if (z >= 2) return -(z * z) / 2 - halfLogTwoPi + Math.log(millsRatio(z));
  return Math.log1p(-normalLower(z));
}

/** P(|Z| > |z|). */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalUpper(Math.abs(z)));
}

/** The z with P(Z ≤ z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  const nearMiddle = p > 0.3;
  const target = nearMiddle ? 0.5 - p : Math.log(p);
  const rough = Math.sqrt(-2 * Math.log(p));
  // Abramowitz and Stegun 26.2.23 as a start; Newton's method, in the tail on its logarithm, ends it.
  let z =
    rough -
    (2.515517 + rough * (0.802853 + rough * 0.010328)) /
      (1 + rough * (1.432788 + rough * (0.189269 + rough * 0.001308)));
  for (let round = 0; round < 50; round++) {
    const tail = nearMiddle ? 0 : logNormalUpper(z);
    const step = nearMiddle
      ? (target - central(z)) / density(z)
      : (tail - target) / Math.exp(-(z * z) / 2 - halfLogTwoPi - tail);
    z += step;
    if (Math.abs(step) <= 2e-16 * Math.abs(z)) break;
  }
  return z === 0 ? 0 : -z;
}

const criticals = new Map<number, number>();

/** The z > 0 that |Z| exceeds with probability 1 − level: 1.96 for 0.95. */
export function normalCritical(level: number): number {
  let z = criticals.get(level);
  if (z === undefined) {
    z = -normalQuantile((1 - level) / 2);
    if (criticals.size > 100) criticals.clear();
    criticals.set(level, z);
  }
  return z;
}
