/** A least-squares fit by Householder reflections. */
export interface LeastSquares {
  /** The triangular factor R, `k × k`, row by row; its columns in the order given. */
  readonly r: Float64Array;
  /** The first k values of Qᵀy. */
  readonly rotated: Float64Array;
  /** The sum of squares that is left. */
  readonly residual: number;
}

/**
 * Triangularises `[X y]` in place: `columns` are k arrays of n values, the last argument the outcome. Backward stable: the
 * error is that of the data's own rounding, not of its square as with normal equations.
 * Source: G. Golub and C. Van Loan, Matrix computations, 5.2.
 */
export function leastSquares(columns: readonly Float64Array[], outcome: Float64Array): LeastSquares {
  const k = columns.length;
  const n = outcome.length;
  const r = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    const pivot = columns[j]!;
    const length = normFrom(pivot, j);
    if (length === 0) continue;
    const sign = pivot[j]! < 0 ? -1 : 1;
    for (let row = j; row < n; row++) pivot[row]! /= length;
    pivot[j]! += sign;
    const head = Math.abs(pivot[j]!);
    r[j * k + j] = -sign * length;
    for (let other = j + 1; other <= k; other++) {
      const target = other === k ? outcome : columns[other]!;
      let dot = 0;
      for (let row = j; row < n; row++) dot += pivot[row]! * target[row]!;
      const scale = dot / head;
      for (let row = j; row < n; row++) target[row]! -= scale * pivot[row]!;
      if (other < k) r[j * k + other] = target[j]!;
    }
  }
  let residual = 0;
  for (let row = k; row < n; row++) residual += outcome[row]! * outcome[row]!;
  return { r, rotated: outcome.slice(0, k), residual };
}

/** Euclidean length from row `from` on, safe for huge and tiny values. */
function normFrom(values: Float64Array, from: number): number {
  let largest = 0;
  for (let row = from; row < values.length; row++) largest = Math.max(largest, Math.abs(values[row]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let row = from; row < values.length; row++) sum += (values[row]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** Solves R b = c for an upper triangular R, `k × k`. */
export function solveUpper(r: Float64Array, k: number, c: Float64Array): Float64Array {
  const b = new Float64Array(k);
  for (let i = k - 1; i >= 0; i--) {
    let value = c[i]!;
    for (let j = i + 1; j < k; j++) value -= r[i * k + j]! * b[j]!;
    b[i] = value / r[i * k + i]!;
  }
  return b;
}

/** The inverse of an upper triangular R, `k × k`. */
export function invertUpper(r: Float64Array, k: number): Float64Array {
  const inverse = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    inverse[j * k + j] = 1 / r[j * k + j]!;
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let m = i + 1; m <= j; m++) sum += r[i * k + m]! * inverse[m * k + j]!;
      inverse[i * k + j] = -sum / r[i * k + i]!;
    }
  }
  return inverse;
}
