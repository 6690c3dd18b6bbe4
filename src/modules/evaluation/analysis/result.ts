import type { MissingRule } from '#statistics/correlationMatrix.ts';

type Interval = readonly [number, number] | null;

export interface ScaleResult {
  readonly name: string;
  readonly items: number;
  /** Rows in which every item is answered: what alpha, omega and the item statistics rest on. */
  readonly n: number;
  /** Rows with a score: enough items are answered. Mean and spread are of the score. */
  readonly scored: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly meanInterval: Interval;
  readonly alpha: number | null;
  readonly alphaInterval: Interval;
  readonly standardisedAlpha: number | null;
  /** McDonald's omega total of one factor, by minres on the correlations. */
  readonly omega: number | null;
  /** Of two items: Spearman and Brown's reliability. */
  readonly spearmanBrown: number | null;
  readonly itemStatistics: readonly {
    readonly item: string;
    readonly reversed: boolean;
    readonly mean: number | null;
    readonly sd: number | null;
    readonly itemRest: number | null;
    readonly alphaIfDeleted: number | null;
  }[];
}

export interface VariableResult {
  readonly name: string;
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

type Matrix<Cell> = readonly (readonly Cell[])[];

export interface CorrelationsResult {
  readonly method: 'pearson' | 'spearman' | 'kendall';
  readonly missing: MissingRule;
  readonly variables: readonly string[];
  readonly r: Matrix<number | null>;
  /** Two-sided. */
  readonly p: Matrix<number | null>;
  readonly n: Matrix<number>;
  readonly interval: Matrix<Interval>;
  /** Adjusted for the number of correlations in this matrix. */
  readonly pHolm: Matrix<number | null>;
  readonly pBenjaminiHochberg: Matrix<number | null>;
  /** Of each variable, in the rows that it has. */
  readonly descriptives: readonly VariableResult[];
}

export interface CoefficientResult {
  readonly name: string;
  readonly b: number;
  readonly se: number | null;
  readonly interval: Interval;
  readonly beta: number | null;
  readonly t: number | null;
  readonly p: number | null;
  readonly vif: number | null;
  readonly tolerance: number | null;
}

export interface StepResult {
  readonly predictors: readonly string[];
  readonly r2: number | null;
  readonly adjustedR2: number | null;
  readonly standardError: number | null;
  readonly f: number | null;
  readonly df: readonly [number, number];
  readonly p: number | null;
  readonly r2Change: number | null;
  readonly fChange: number | null;
  readonly fChangeDf: readonly [number, number];
  readonly fChangeP: number | null;
  readonly coefficients: readonly CoefficientResult[];
}

export interface RobustResult {
  readonly kind: 'hc3' | 'cluster';
  readonly clusters: number | null;
  readonly df: number;
  readonly coefficients: readonly {
    readonly name: string;
    readonly b: number;
    readonly se: number;
    readonly interval: Interval;
    readonly t: number | null;
    readonly p: number | null;
  }[];
}

export interface RegressionResult {
  readonly outcome: string;
  readonly n: number;
  readonly steps: readonly StepResult[];
  readonly durbinWatson: number | null;
  /** The last step again with other standard errors, when the plan asks for them. */
  readonly robust: RobustResult | null;
}

export interface TestResult {
  readonly kind: string;
  /** The variables as the plan names them. */
  readonly of: readonly string[];
  readonly n: number;
  readonly groups: readonly { readonly label: string; readonly n: number }[];
  readonly statisticName: string;
  readonly statistic: number | null;
  readonly df: number | readonly [number, number] | null;
  readonly p: number | null;
  readonly pHolm: number | null;
  /** How p was found: `t`, `F`, `chi-squared`, `exact` or `normal`. */
  readonly method: string;
  readonly difference: number | null;
  readonly interval: Interval;
  readonly effect: { readonly name: string; readonly value: number; readonly interval: Interval } | null;
}

/** How much answers of one group are alike. */
export interface ClusterResult {
  readonly by: string;
  readonly groups: number;
  readonly scales: readonly { readonly name: string; readonly icc1: number | null; readonly icc2: number | null }[];
}

/** What an analysis gives: figures that do not exist are null, and a warning says why. */
export interface AnalysisResult {
  readonly title: string | null;
  readonly data: string;
  readonly rows: number;
  readonly level: number;
  readonly scales: readonly ScaleResult[];
  readonly correlations: readonly CorrelationsResult[];
  readonly regressions: readonly RegressionResult[];
  readonly tests: readonly TestResult[];
  readonly cluster: ClusterResult | null;
  readonly warnings: readonly string[];
}
