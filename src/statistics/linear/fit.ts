import { type Column, valuesOf } from '../column.ts';
import { type Moments } from './moments.ts';
import { invertUpper, leastSquares, solveUpper } from './qr.ts';

/** A regression on centred variables, each divided by its own length: the scale on which rounding is fair to all. */
export interface Fit {
  /** Slopes in the units of the data. */
  readonly slopes: Float64Array;
  /** Σ (y − fitted)². */
  readonly residual: number;
  /** R⁻¹ of the predictors, `k × k`: half half ᵀ is the inverse of their correlations, its diagonal the VIFs. */
  readonly half: Float64Array;
  readonly way: 'products' | 'qr';
}

/** Below this tolerance, or this share unexplained, normal equations would lose too many digits: QR takes over. */
export const safeTolerance = 1e-3;
/** Below this tolerance a predictor is a combination of the others, as far as doubles can tell. */
const singularTolerance = 1e-12;

/**
 * The fit from cross products, by Cholesky's way on the correlation matrix: no second look at the data. Undefined when a
 * predictor's tolerance or the unexplained share is under `safeTolerance`: then `fitByQr` must do it. That the two agree
 * wherever this one answers is a property under test.
 */
export function fitByProducts(source: Moments, outcome: number, predictors: readonly number[]): Fit | undefined {
  const k = predictors.length;
  const size = source.columns;
  const at = (i: number, j: number) => source.products[i * size + j]!;
  const lengths = Float64Array.from(predictors, (place) => Math.sqrt(at(place, place)));
  const yLength = Math.sqrt(at(outcome, outcome));
  const r = new Float64Array(k * k);
  const rotated = new Float64Array(k);
  // Rᵀ R = correlations, column after column.
  for (let j = 0; j < k; j++) {
    let left = 1;
    for (let i = 0; i < j; i++) {
      let value = at(predictors[i]!, predictors[j]!) / (lengths[i]! * lengths[j]!);
      for (let m = 0; m < i; m++) value -= r[m * k + i]! * r[m * k + j]!;
      value /= r[i * k + i]!;
      r[i * k + j] = value;
      left -= value * value;
    }
    if (!(left >= safeTolerance)) return undefined;
    r[j * k + j] = Math.sqrt(left);
    let value = at(predictors[j]!, outcome) / (lengths[j]! * yLength);
    for (let m = 0; m < j; m++) value -= r[m * k + j]! * rotated[m]!;
    rotated[j] = value / r[j * k + j]!;
  }
  let share = 1;
  for (let j = 0; j < k; j++) share -= rotated[j]! * rotated[j]!;
  if (!(share >= safeTolerance)) return undefined;
  const half = invertUpper(r, k);
  for (let j = 0; j < k; j++) if (!(inflation(half, k, j) <= 1 / safeTolerance)) return undefined;
  const slopes = solveUpper(r, k, rotated).map((value, j) => (value * yLength) / lengths[j]!);
  return { slopes, residual: share * yLength * yLength, half, way: 'products' };
}

/** The fit by QR on the rows without gaps; undefined when the predictors are singular. */
export function fitByQr(source: Moments, columns: readonly Column[], outcome: number, predictors: readonly number[]) {
  const k = predictors.length;
  const rows = completeRows(columns);
  const length = (place: number) => Math.sqrt(source.products[place * source.columns + place]!);
  const scaled = (place: number) => {
    const values = valuesOf(columns[place]!);
    const divisor = length(place);
    return centredOn(rows, values, divisor);
  };
  const y = scaled(outcome);
  const { r, rotated, residual } = leastSquares(predictors.map(scaled), y);
  for (let j = 0; j < k; j++) if (!(r[j * k + j]! ** 2 > singularTolerance)) return undefined;
  const yLength = length(outcome);
  const half = invertUpper(r, k);
  for (let j = 0; j < k; j++) if (!(inflation(half, k, j) < 1 / singularTolerance)) return undefined;
  const slopes = solveUpper(r, k, rotated).map((value, j) => (value * yLength) / length(predictors[j]!));
  const fit: Fit = { slopes, residual: residual * yLength * yLength, half, way: 'qr' };
  return fit;
}

function centredOn(rows: Uint32Array, values: Float64Array, divisor: number): Float64Array {
  const chosen = Float64Array.from(rows, (row) => values[row]!);
  const first = chosen[0] ?? 0;
  let sum = 0;
  for (const value of chosen) sum += value - first;
  const mean = first + sum / chosen.length;
  let rest = 0;
  for (const value of chosen) rest += value - mean;
  rest /= chosen.length;
  return chosen.map((value) => (value - mean - rest) / divisor);
}

/** The rows in which every column is there. */
export function completeRows(columns: readonly Column[]): Uint32Array {
  const all = columns.map(valuesOf);
  const rows: number[] = [];
  const count = all[0]?.length ?? 0;
  for (let row = 0; row < count; row++) if (all.every((values) => !Number.isNaN(values[row]!))) rows.push(row);
  return Uint32Array.from(rows);
}

/** The variance inflation of a predictor: the diagonal of the inverse of the correlations. */
export function inflation(half: Float64Array, k: number, predictor: number): number {
  let sum = 0;
  for (let m = predictor; m < k; m++) sum += half[predictor * k + m]! ** 2;
  return sum;
}
