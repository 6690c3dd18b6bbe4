import { lookupOf, type Column } from './column.ts';
import { blockRows } from './linear/productBlock.ts';

/** A fitted line: outcome − intercept − Σ slope · predictor is what it leaves. */
export interface FittedLine {
  readonly outcome: Column;
  readonly predictors: readonly Column[];
  readonly slopes: ArrayLike<number>;
  readonly intercept: number;
}

/**
 * Durbin and Watson's statistic, Σ (e_t − e_{t−1})² / Σ e_t², over the residuals in row order, rows with a gap left out.
 * About 2 when neighbours do not resemble each other. Undefined when nothing is left to explain.
 */
export function durbinWatson(line: FittedLine): number | undefined {
  let steps = 0;
  let squares = 0;
  let previous = Number.NaN;
  eachResidualBlock(line, (residuals, rows) => {
    for (let row = 0; row < rows; row++) {
      const residual = residuals[row]!;
      if (residual !== residual) continue;
      const step = residual - previous;
      // The first residual has no neighbour: its step is NaN.
      if (step === step) steps += step * step;
      squares += residual * residual;
      previous = residual;
    }
  });
  return squares > 0 ? steps / squares : undefined;
}

/** Hands out the residuals block by block, NaN where a value is missing. */
export function eachResidualBlock(
  line: FittedLine,
  take: (residuals: Float64Array, rows: number, from: number) => void,
): void {
  const total = line.outcome.kind === 'coded' ? line.outcome.codes.length : line.outcome.values.length;
  const residuals = new Float64Array(blockRows);
  const parts = [
    adder(line.outcome, 1),
    ...line.predictors.map((column, index) => adder(column, -line.slopes[index]!)),
  ];
  for (let from = 0; from < total; from += blockRows) {
    const rows = Math.min(blockRows, total - from);
    residuals.fill(-line.intercept);
    for (const add of parts) add(residuals, from, rows);
    take(residuals, rows, from);
  }
}

function adder(column: Column, factor: number): (sum: Float64Array, from: number, rows: number) => void {
  if (column.kind === 'coded') {
    const { codes } = column;
    const lookup = lookupOf(column).map((value) => value * factor);
    return (sum, from, rows) => {
      for (let row = 0; row < rows; row++) sum[row]! += lookup[codes[from + row]!]!;
    };
  }
  const { values } = column;
  return (sum, from, rows) => {
    for (let row = 0; row < rows; row++) sum[row]! += values[from + row]! * factor;
  };
}
