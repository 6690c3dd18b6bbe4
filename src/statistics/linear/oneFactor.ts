import { leastSquares, solveUpper } from './qr.ts';

/**
 * The loadings of k ≥ 3 variables on one factor that leave the smallest Σ (r_ij − l_i l_j)² off the diagonal; their sum is
 * not negative. Undefined when there is no factor to find. Each loading in turn is set to what is best given the others;
 * Newton's method then brings the last digits.
 */
export function oneFactor(correlations: Float64Array, k: number): number[] | undefined {
  const at = (i: number, j: number) => correlations[i * k + j]!;
  let loadings = startOf(correlations, k);
  for (let round = 0; round < 200; round++) {
    for (let i = 0; i < k; i++) {
      let above = 0;
      let below = 0;
      for (let j = 0; j < k; j++) {
        if (j === i) continue;
        above += at(i, j) * loadings[j]!;
        below += loadings[j]! * loadings[j]!;
      }
      if (!(below > 0)) return undefined;
      loadings[i] = above / below;
    }
  }
  let loss = lossOf(correlations, k, loadings);
  for (let round = 0; round < 100; round++) {
    const step = newtonStep(correlations, k, loadings);
    let factor = 1;
    let next = loadings;
    let nextLoss = loss;
    // Far from the minimum a whole step may overshoot.
    for (; factor > 1e-6; factor /= 2) {
      next = loadings.map((loading, i) => loading - factor * step[i]!);
      nextLoss = lossOf(correlations, k, next);
      if (nextLoss <= loss) break;
    }
    const moved = Math.max(...next.map((loading, i) => Math.abs(loading - loadings[i]!)));
    if (!(nextLoss <= loss)) break;
    loadings = next;
    loss = nextLoss;
    if (moved < 1e-15) break;
  }
  if (!loadings.every(Number.isFinite)) return undefined;
  const sum = loadings.reduce((all, loading) => all + loading, 0);
  return sum < 0 ? loadings.map((loading) => -loading) : loadings;
}

/** Row sums of the correlations, scaled: the direction of the first centroid, with signs of the most connected variable. */
function startOf(correlations: Float64Array, k: number): number[] {
  let most = 0;
  let strength = -1;
  for (let i = 0; i < k; i++) {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += i === j ? 0 : Math.abs(correlations[i * k + j]!);
    if (sum > strength) [most, strength] = [i, sum];
  }
  const mean = Math.sqrt(strength / (k - 1)) || 0.1;
  return Array.from({ length: k }, (_, i) =>
    i === most ? mean : Math.max(-0.95, Math.min(0.95, correlations[most * k + i]! / mean)) || 0.01,
  );
}

function lossOf(correlations: Float64Array, k: number, loadings: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < k; i++)
    for (let j = 0; j < i; j++) sum += (correlations[i * k + j]! - loadings[i]! * loadings[j]!) ** 2;
  return sum;
}

/** The second-derivative matrix solved for the slope; a little is added to its diagonal if it is singular. */
function newtonStep(correlations: Float64Array, k: number, loadings: readonly number[]): Float64Array {
  const slope = new Float64Array(k);
  const columns = Array.from({ length: k }, () => new Float64Array(k));
  const squares = loadings.reduce((sum, loading) => sum + loading * loading, 0);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      if (i === j) continue;
      slope[i]! -= (correlations[i * k + j]! - loadings[i]! * loadings[j]!) * loadings[j]!;
      columns[j]![i] = 2 * loadings[i]! * loadings[j]! - correlations[i * k + j]!;
    }
    columns[i]![i] = squares - loadings[i]! * loadings[i]! + 1e-14;
  }
  const { r, rotated } = leastSquares(columns, slope);
  return solveUpper(r, k, rotated);
}
