import { type Column, valuesOf } from '../column.ts';
import { completeRows } from './fit.ts';
import { invertUpper, leastSquares, solveUpper } from './qr.ts';
import { sampleOfValues } from '../sample.ts';

/** A regression row by row, on predictors less their mean and divided by their length. */
export interface Design {
  /** The rows of the table that count. */
  readonly rows: Uint32Array;
  readonly names: readonly string[];
  /** Predictors, centred and of length 1. */
  readonly columns: readonly Float64Array[];
  readonly means: readonly number[];
  readonly lengths: readonly number[];
  /** R⁻¹ of the columns: (X̃ᵀX̃)⁻¹ = R⁻¹ R⁻ᵀ. */
  readonly half: Float64Array;
  readonly residuals: Float64Array;
  /** Fitted slopes in the units of the data. */
  readonly slopes: readonly number[];
  readonly intercept: number;
}

/** The design of a regression; undefined when a column never varies, predictors are singular or rows too few. */
export function designOf(outcome: Column, predictors: readonly Column[]): Design | undefined {
  const all = [outcome, ...predictors];
  const rows = completeRows(all);
  const k = predictors.length;
  if (rows.length <= k + 1) return undefined;
  const samples = all.map((column) => {
    const values = valuesOf(column);
    return sampleOfValues(Float64Array.from(rows, (row) => values[row]!));
  });
  if (samples.some((sample) => !(sample.squares > 0))) return undefined;
  const lengths = samples.map((sample) => Math.sqrt(sample.squares));
  const scaled = samples.map((sample, place) => sample.values.map((value) => (value - sample.mean) / lengths[place]!));
  const y = scaled[0]!;
  const columns = scaled.slice(1);
  const { r, rotated } = leastSquares(
    columns.map((values) => values.slice()),
    y.slice(),
  );
  for (let j = 0; j < k; j++) if (!(r[j * k + j]! ** 2 > 1e-12)) return undefined;
  const betas = solveUpper(r, k, rotated);
  const residuals = y.map((value, row) => {
    let left = value;
    for (let j = 0; j < k; j++) left -= betas[j]! * columns[j]![row]!;
    return left * lengths[0]!;
  });
  const slopes = predictors.map((_, j) => (betas[j]! * lengths[0]!) / lengths[j + 1]!);
  const means = samples.map((sample) => sample.mean);
  return {
    rows,
    names: predictors.map(({ name }) => name),
    columns,
    means: means.slice(1),
    lengths: lengths.slice(1),
    half: invertUpper(r, k),
    residuals,
    slopes,
    intercept: slopes.reduce((left, slope, j) => left - slope * means[j + 1]!, means[0]!),
  };
}

/** The leverage of each row: how much its own outcome pulls the line to it. */
export function leverageOf(design: Design): Float64Array {
  const k = design.columns.length;
  const n = design.rows.length;
  const leverage = new Float64Array(n).fill(1 / n);
  for (let j = 0; j < k; j++)
    for (let row = 0; row < n; row++) {
      let value = 0;
      for (let i = 0; i <= j; i++) value += design.columns[i]![row]! * design.half[i * k + j]!;
      leverage[row]! += value * value;
    }
  return leverage;
}
