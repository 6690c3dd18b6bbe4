/**
 * Solves log tail(x) = target for x > 0 by Newton's method on log x, kept within a bracket: the quantile of a positive
 * variable far into either tail. `rising` says that the tail grows with x. `slope(x)` is the density.
 */
export function positiveQuantile(
  target: number,
  rising: boolean,
  logTail: (x: number) => number,
  logDensity: (x: number) => number,
  start: number,
): number {
  let low = 0;
  let high = Infinity;
  let x = Math.min(Math.max(start, 1e-300), 1e300);
  for (let round = 0; round < 400; round++) {
    const tail = logTail(x);
    const gap = tail - target;
    if (gap === 0) return x;
    if (gap > 0 === rising) high = Math.min(high, x);
    else low = Math.max(low, x);
    // d log tail / d log x = ± density · x / tail
    const slope = (rising ? 1 : -1) * Math.exp(logDensity(x) + Math.log(x) - tail);
    let next = x * Math.exp(Math.max(-5, Math.min(5, -gap / slope)));
    if (!(next > low && next < high)) {
      if (high === Infinity) next = x * 2;
      else if (low === 0) next = x / 2;
      else next = Math.sqrt(low) * Math.sqrt(high);
    }
    if (Math.abs(next - x) <= 2e-16 * x) return next;
    x = next;
  }
  return x;
}
