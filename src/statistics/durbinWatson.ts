import { type Column, rowsOf } from './column.ts';
import { blockReader } from './linear/blockReader.ts';
import { blockRows } from './linear/productBlock.ts';
import { scratchMemory } from './linear/scratch.ts';

/** A fitted line through the means: outcome − mean − Σ slope · (predictor − mean) is what it leaves. */
export interface FittedLine {
  readonly outcome: Column;
  readonly predictors: readonly Column[];
  readonly slopes: ArrayLike<number>;
  /** Of the outcome, then of the predictors, over the rows that count. */
  readonly means: ArrayLike<number>;
}

/**
 * Durbin and Watson's statistic, Σ (e_t − e_{t−1})² / Σ e_t², over the residuals in row order, rows with a gap left out.
 * About 2 when neighbours do not resemble each other. Undefined when the line leaves nothing.
 * Source: J. Durbin and G. Watson, Testing for serial correlation in least squares regression (1950).
 */
export function durbinWatson(line: FittedLine): number | undefined {
  return durbinWatsons([line])[0];
}

/** The same for several lines in one pass over the data: columns that they share are read once. */
export function durbinWatsons(lines: readonly FittedLine[]): (number | undefined)[] {
  const sums = lines.map(() => ({ steps: 0, squares: 0, previous: Number.NaN }));
  eachResidualBlock(lines, (index, residuals, rows) => addSteps(sums[index]!, residuals, rows));
  return sums.map(({ steps, squares }) => (squares > 0 ? steps / squares : undefined));
}

function addSteps(
  sum: { steps: number; squares: number; previous: number },
  residuals: Float64Array,
  rows: number,
): void {
  let { steps, squares, previous } = sum;
  for (let row = 0; row < rows; row++) {
    const residual = residuals[row]!;
    if (residual !== residual) continue;
    const step = residual - previous;
    // The first residual has no neighbour: its step is NaN.
    if (step === step) steps += step * step;
    squares += residual * residual;
    previous = residual;
  }
  sum.steps = steps;
  sum.squares = squares;
  sum.previous = previous;
}

const blockMemory = scratchMemory();

/** Hands out the residuals of each line block by block, NaN where a value is missing. */
function eachResidualBlock(
  lines: readonly FittedLine[],
  take: (line: number, residuals: Float64Array, rows: number) => void,
): void {
  const places = new Map<Column, { readonly place: number; readonly shift: number }>();
  for (const line of lines)
    [line.outcome, ...line.predictors].forEach((column, index) => {
      if (!places.has(column)) places.set(column, { place: places.size, shift: line.means[index]! });
    });
  const readers = [...places].map(([column, { shift }]) => blockReader(column, shift));
  const parts = lines.map((line) => {
    const [outcome, ...predictors] = [line.outcome, ...line.predictors].map((column) => places.get(column)!);
    const slopes = Float64Array.from(line.slopes);
    // Lines on other rows have other means than those that were taken off.
    let constant = line.means[0]! - outcome!.shift;
    predictors.forEach(({ shift }, index) => (constant -= slopes[index]! * (line.means[index + 1]! - shift)));
    return { outcome: outcome!.place, predictors: Int32Array.from(predictors, ({ place }) => place), slopes, constant };
  });
  const block = blockMemory(readers.length * blockRows);
  const residuals = new Float64Array(blockRows);
  const gaps = new Uint8Array(blockRows);
  const total = lines[0] ? rowsOf(lines[0].outcome) : 0;
  for (let from = 0; from < total; from += blockRows) {
    const rows = Math.min(blockRows, total - from);
    readers.forEach((read, place) => read(block, place * blockRows, from, from + rows, gaps));
    parts.forEach((part, line) => {
      residuals.set(block.subarray(part.outcome * blockRows, (part.outcome + 1) * blockRows));
      takeOff(residuals, block, part.predictors, part.slopes, part.constant, rows);
      take(line, residuals, rows);
    });
  }
}

/** Takes a constant and the predictors times their slopes off, five predictors at a time. */
function takeOff(
  residuals: Float64Array,
  block: Float64Array,
  predictors: Int32Array,
  slopes: Float64Array,
  constant: number,
  rows: number,
): void {
  let next = 0;
  let left = constant;
  for (; next + 5 <= predictors.length; next += 5) {
    const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((more) => predictors[next + more]! * blockRows) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const sa = slopes[next]!;
    const sb = slopes[next + 1]!;
    const sc = slopes[next + 2]!;
    const sd = slopes[next + 3]!;
    const se = slopes[next + 4]!;
    for (let row = 0; row < rows; row++)
      residuals[row]! -=
        left +
        sa * block[a + row]! +
        sb * block[b + row]! +
        sc * block[c + row]! +
        sd * block[d + row]! +
        se * block[e + row]!;
    left = 0;
  }
  for (; next < predictors.length; next++) {
    const at = predictors[next]! * blockRows;
    const slope = slopes[next]!;
    for (let row = 0; row < rows; row++) residuals[row]! -= left + slope * block[at + row]!;
    left = 0;
  }
  if (left !== 0) for (let row = 0; row < rows; row++) residuals[row]! -= left;
}
