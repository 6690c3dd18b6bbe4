import { type Column } from './column.ts';
import { designOf, leverageOf } from './linear/design.ts';
import { type Reason } from './reason.ts';

/** Per row that counts, in row order. */
export interface RegressionDiagnostics {
  /** Places of the rows in the table. */
  readonly rows: Uint32Array;
  readonly residuals: readonly number[];
  readonly leverage: readonly number[];
  /** Residuals in their own standard errors; undefined where a row decides its own fit. */
  readonly standardised: readonly (number | undefined)[];
  /** Cook's distance; over 4 / n is worth a look. */
  readonly cook: readonly (number | undefined)[];
  readonly reasons: readonly Reason[];
}

/** Residuals, leverage and Cook's distance of a multiple regression. Source: R. Cook, Detection of influential observation (1977). */
export function regressionDiagnostics(outcome: Column, predictors: readonly Column[]): RegressionDiagnostics {
  const design = designOf(outcome, predictors);
  if (!design)
    return {
      rows: new Uint32Array(),
      residuals: [],
      leverage: [],
      standardised: [],
      cook: [],
      reasons: [{ of: 'residuals', why: 'singular', text: 'The regression cannot be estimated: see its own reasons.' }],
    };
  const leverage = leverageOf(design);
  const parameters = predictors.length + 1;
  const squares = design.residuals.reduce((sum, residual) => sum + residual * residual, 0);
  const meanSquare = squares / (design.rows.length - parameters);
  const reasons: Reason[] = [];
  const standardised = Array.from(design.residuals, (residual, row) => {
    const own = 1 - leverage[row]!;
    return own > 1e-12 && meanSquare > 0 ? residual / Math.sqrt(meanSquare * own) : undefined;
  });
  if (standardised.includes(undefined))
    reasons.push({ of: 'cook', why: 'perfect', text: 'A row with a leverage of 1 decides its own fit.' });
  const cook = standardised.map((value, row) =>
    value === undefined ? undefined : ((value * value) / parameters) * (leverage[row]! / (1 - leverage[row]!)),
  );
  return { rows: design.rows, residuals: [...design.residuals], leverage: [...leverage], standardised, cook, reasons };
}
