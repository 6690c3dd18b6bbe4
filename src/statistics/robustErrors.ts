import { valuesOf, type Column } from './column.ts';
import { studentTCritical, studentTTwoSided } from './distributions/studentT.ts';
import { designOf, leverageOf, type Design } from './linear/design.ts';
import { type Reason, StatisticsError } from './reason.ts';

export interface RobustCoefficient {
  /** The column's name, or `(constant)`. */
  readonly name: string;
  readonly b: number;
  readonly se: number;
  readonly t: number | undefined;
  readonly p: number | undefined;
  readonly interval: readonly [number, number];
}

export interface RobustErrors {
  readonly kind: 'hc3' | 'cluster';
  readonly n: number;
  /** Enterprises, or whatever the rows are grouped by. */
  readonly clusters: number | undefined;
  readonly df: number;
  readonly coefficients: readonly RobustCoefficient[];
  readonly reasons: readonly Reason[];
}

/**
 * Standard errors that hold when the spread differs from row to row (HC3: each residual over 1 − its leverage; n − k − 1
 * degrees of freedom). Source: J. MacKinnon and H. White, Some heteroskedasticity-consistent covariance estimators (1985).
 */
export function hc3Errors(outcome: Column, predictors: readonly Column[], level = 0.95): RobustErrors {
  const design = designOf(outcome, predictors);
  if (!design) return noErrors('hc3');
  const leverage = leverageOf(design);
  const scores = design.residuals.map((residual, row) => residual / (1 - leverage[row]!));
  const n = scores.length;
  const df = n - predictors.length - 1;
  if (leverage.some((value) => value > 1 - 1e-12))
    return {
      ...noErrors('hc3'),
      n,
      df,
      reasons: [{ of: 'se', why: 'perfect', text: 'A row decides its own fit: HC3 does not exist.' }],
    };
  return errorsOf('hc3', design, scores, undefined, 1, df, level);
}

/**
 * Standard errors that hold when the rows of one cluster resemble each other, with the correction for few clusters
 * G / (G − 1) · (n − 1) / (n − k − 1) and G − 1 degrees of freedom, as Stata and SPSS Complex Samples users know it.
 * Source: K. Liang and S. Zeger, Longitudinal data analysis using generalized linear models (1986).
 */
export function clusterErrors(
  outcome: Column,
  predictors: readonly Column[],
  cluster: Column,
  level = 0.95,
): RobustErrors {
  const labels = valuesOf(cluster);
  if (labels.some(Number.isNaN)) throw new StatisticsError(`Every row needs a cluster; ${cluster.name} has gaps.`);
  const design = designOf(outcome, predictors);
  if (!design) return noErrors('cluster');
  const n = design.rows.length;
  const places = new Map<number, number>();
  const group = Uint32Array.from(design.rows, (row) => {
    const label = labels[row]!;
    const known = places.get(label);
    if (known !== undefined) return known;
    places.set(label, places.size);
    return places.size - 1;
  });
  const clusters = places.size;
  const k = predictors.length;
  if (clusters < 2)
    return {
      ...noErrors('cluster'),
      n,
      clusters,
      reasons: [{ of: 'se', why: 'too-few-rows', text: 'There is one cluster; two are needed.' }],
    };
  const correction = (clusters / (clusters - 1)) * ((n - 1) / (n - k - 1));
  return errorsOf('cluster', design, design.residuals, { group, clusters }, correction, clusters - 1, level);
}

function noErrors(kind: RobustErrors['kind']): RobustErrors {
  return {
    kind,
    n: 0,
    clusters: undefined,
    df: 0,
    coefficients: [],
    reasons: [{ of: 'se', why: 'singular', text: 'The regression cannot be estimated: see its own reasons.' }],
  };
}

/** The sandwich: bread (XᵀX)⁻¹, and between it the sum over rows or clusters of scores times themselves. */
function errorsOf(
  kind: RobustErrors['kind'],
  design: Design,
  residuals: Float64Array,
  clustered: { readonly group: Uint32Array; readonly clusters: number } | undefined,
  correction: number,
  df: number,
  level: number,
): RobustErrors {
  const k = design.columns.length;
  const n = design.rows.length;
  const units = clustered?.clusters ?? n;
  // Influence of each unit on the constant (at the means) and on the slopes of the scaled predictors.
  const influence = Array.from({ length: k + 1 }, () => new Float64Array(units));
  for (let row = 0; row < n; row++) {
    const unit = clustered ? clustered.group[row]! : row;
    influence[0]![unit]! += residuals[row]! / n;
    for (let j = 0; j < k; j++) influence[j + 1]![unit]! += design.columns[j]![row]! * residuals[row]!;
  }
  const slopes = Array.from({ length: k }, () => new Float64Array(units));
  const bread = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++)
      for (let m = Math.max(i, j); m < k; m++) bread[i * k + j]! += design.half[i * k + m]! * design.half[j * k + m]!;
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++)
      for (let unit = 0; unit < units; unit++)
        slopes[i]![unit]! += (bread[i * k + j]! / design.lengths[i]!) * influence[j + 1]![unit]!;
  const constant = influence[0]!.map((value, unit) => {
    let moved = value;
    for (let j = 0; j < k; j++) moved -= slopes[j]![unit]! * design.means[j]!;
    return moved;
  });
  const critical = studentTCritical(1 - level, df);
  const row = (name: string, b: number, parts: Float64Array): RobustCoefficient => {
    const se = Math.sqrt(correction * parts.reduce((sum, part) => sum + part * part, 0));
    const t = se > 0 ? b / se : undefined;
    const p = t === undefined ? undefined : studentTTwoSided(t, df);
    return { name, b, se, t, p, interval: [b - critical * se, b + critical * se] };
  };
  const coefficients = [
    row('(constant)', design.intercept, constant),
    ...design.names.map((name, j) => row(name, design.slopes[j]!, slopes[j]!)),
  ];
  return {
    kind,
    n,
    clusters: clustered?.clusters,
    df,
    coefficients,
    reasons: coefficients.some(({ t }) => t === undefined)
      ? [{ of: 't', why: 'perfect', text: 'The residuals are all zero.' }]
      : [],
  };
}
