import { type Column } from './column.ts';
import { fisherFUpper } from './distributions/fisherF.ts';
import { studentTCritical, studentTTwoSided } from './distributions/studentT.ts';
import { durbinWatsons } from './durbinWatson.ts';
import { fitByProducts, fitByQr, inflation, type Fit } from './linear/fit.ts';
import { constantIn, moments, type Moments } from './linear/moments.ts';
import { type Reason } from './reason.ts';

export interface Coefficient {
  /** The column's name, or `(constant)`. */
  readonly name: string;
  readonly b: number;
  readonly se: number | undefined;
  /** Standardised: b · sd of the predictor / sd of the outcome; undefined for the constant. */
  readonly beta: number | undefined;
  readonly t: number | undefined;
  readonly p: number | undefined;
  readonly interval: readonly [number, number] | undefined;
  readonly vif: number | undefined;
  readonly tolerance: number | undefined;
}

export interface RegressionStep {
  /** All predictors of this step, those of earlier blocks first. */
  readonly predictors: readonly string[];
  readonly r2: number | undefined;
  readonly adjustedR2: number | undefined;
  /** Standard deviation of the residuals. */
  readonly standardError: number | undefined;
  readonly f: number | undefined;
  readonly df: readonly [number, number];
  readonly p: number | undefined;
  /** Against the step before; against no predictors in the first. */
  readonly r2Change: number | undefined;
  readonly fChange: number | undefined;
  readonly fChangeDf: readonly [number, number];
  readonly fChangeP: number | undefined;
  /** The constant first; empty when the step cannot be estimated. */
  readonly coefficients: readonly Coefficient[];
  /** How it was computed: from cross products, or by QR where those would lose digits. */
  readonly way: Fit['way'] | undefined;
  readonly reasons: readonly Reason[];
}

export interface Regression {
  readonly outcome: string;
  /** Rows in which the outcome and every predictor of every block are there: the same in all steps. */
  readonly n: number;
  readonly steps: readonly RegressionStep[];
  /** Of the last step. */
  readonly durbinWatson: number | undefined;
  readonly reasons: readonly Reason[];
}

export interface RegressionOptions {
  /** Of the intervals; 0.95 when left out. */
  readonly level?: number;
  /** Moments of `[outcome, ...predictors]`, when they are there already. */
  readonly moments?: Moments;
}

/**
 * Multiple regression by least squares, predictors entering in blocks. Cross products carry the ordinary case; where
 * predictors nearly coincide or the fit is nearly perfect, QR on the data takes over.
 */
export function regression(
  outcome: Column,
  blocks: readonly (readonly Column[])[],
  options: RegressionOptions = {},
): Regression {
  return regressions([{ outcome, blocks, moments: options.moments }], options.level)[0]!;
}

/** One of several regressions; `moments` are those of `[outcome, ...predictors]`, when they are there already. */
export interface RegressionTask {
  readonly outcome: Column;
  readonly blocks: readonly (readonly Column[])[];
  readonly moments?: Moments | undefined;
}

/** Several regressions, whose residuals are had in one pass over the data. */
export function regressions(tasks: readonly RegressionTask[], level = 0.95): Regression[] {
  const fitted = tasks.map(({ outcome, blocks, moments: given }) => {
    const columns = [outcome, ...blocks.flat()];
    const source = given ?? moments(columns);
    return { outcome, columns, source, ...stepsOf(columns, source, blocks, level) };
  });
  const lines = fitted.flatMap(({ slopes, columns, source, outcome }, index) =>
    slopes ? [{ index, line: { outcome, predictors: columns.slice(1), slopes, means: source.means } }] : [],
  );
  const watsons = durbinWatsons(lines.map(({ line }) => line));
  const watsonOf = new Map(lines.map(({ index }, place) => [index, watsons[place]]));
  return fitted.map(({ outcome, source, steps }, index) => {
    const reasons = steps.flatMap((one) => one.reasons);
    const watson = watsonOf.get(index);
    if (watson === undefined && reasons.length === 0)
      reasons.push({ of: 'durbinWatson', why: 'perfect', text: 'The residuals are all zero.' });
    return { outcome: outcome.name, n: source.n, steps, durbinWatson: watson, reasons };
  });
}

function stepsOf(
  columns: readonly Column[],
  source: Moments,
  blocks: readonly (readonly Column[])[],
  level: number,
): { steps: RegressionStep[]; slopes: Float64Array | undefined } {
  const steps: RegressionStep[] = [];
  let slopes: Float64Array | undefined;
  let earlier: Earlier = { count: 0, residual: source.products[0]! };
  for (const block of blocks) {
    const count = earlier.count + block.length;
    const found = step(columns, source, count, earlier, level);
    steps.push(found.step);
    earlier = { count, residual: found.residual };
    slopes = found.slopes;
  }
  return { steps, slopes };
}

interface Earlier {
  readonly count: number;
  readonly residual: number | undefined;
}

interface StepFound {
  readonly step: RegressionStep;
  readonly residual: number | undefined;
  readonly slopes: Float64Array | undefined;
}

/** Less than this share of the variance left is rounding: the fit is perfect. */
const perfectShare = 1e-24;

function step(columns: readonly Column[], source: Moments, k: number, earlier: Earlier, level: number): StepFound {
  const places = Array.from({ length: k }, (_, index) => index + 1);
  const names = places.map((place) => columns[place]!.name);
  const df = [k, source.n - k - 1] as const;
  const trouble = whyNot(columns, source, places, df[1]);
  const fit =
    trouble === undefined ? (fitByProducts(source, 0, places) ?? fitByQr(source, columns, 0, places)) : undefined;
  if (!fit) {
    const singular = {
      of: 'coefficients',
      why: 'singular',
      text: `The predictors ${names.join(', ')} hold one that is a combination of the others.`,
    } as const;
    return notEstimated(names, df, k - earlier.count, trouble ?? singular);
  }
  const total = source.products[0]!;
  const share = fit.residual / total;
  const perfect = share < perfectShare || df[1] === 0;
  const reasons: Reason[] = [];
  if (df[1] === 0)
    reasons.push({
      of: 'se',
      why: 'too-few-rows',
      text: 'As many coefficients as rows: nothing is left to judge them by.',
    });
  else if (perfect) reasons.push({ of: 'f', why: 'perfect', text: 'The fit is perfect: F and t are infinite.' });
  const meanSquare = perfect ? undefined : fit.residual / df[1];
  const slopes = fit.slopes;
  const intercept = places.reduce((sum, place, i) => sum - slopes[i]! * source.means[place]!, source.means[0]!);
  const r2 = perfect ? 1 : 1 - share;
  const f = meanSquare === undefined ? undefined : (total - fit.residual) / k / meanSquare;
  const added = k - earlier.count;
  const gained = earlier.residual === undefined ? undefined : earlier.residual - fit.residual;
  const fChange =
    meanSquare === undefined || gained === undefined || added === 0 ? undefined : gained / added / meanSquare;
  return {
    residual: fit.residual,
    slopes,
    step: {
      predictors: names,
      r2,
      adjustedR2: df[1] > 0 ? 1 - (share * (source.n - 1)) / df[1] : undefined,
      standardError: meanSquare === undefined ? undefined : Math.sqrt(meanSquare),
      f,
      df,
      p: f === undefined ? undefined : fisherFUpper(f, df[0], df[1]),
      r2Change: gained === undefined ? undefined : gained / total,
      fChange,
      fChangeDf: [added, df[1]],
      fChangeP: fChange === undefined ? undefined : fisherFUpper(Math.max(0, fChange), added, df[1]),
      coefficients: coefficientsOf(names, source, fit, intercept, meanSquare, df[1], level),
      way: fit.way,
      reasons,
    },
  };
}

function whyNot(
  columns: readonly Column[],
  source: Moments,
  places: readonly number[],
  df: number,
): Reason | undefined {
  if (df < 0 || source.n < 2)
    return {
      of: 'coefficients',
      why: 'too-few-rows',
      text: `${places.length} predictors and a constant need at least ${places.length + 1} rows without gaps; there are ${source.n}.`,
    };
  const constant = [0, ...places].find((place) => constantIn(source, place));
  if (constant === undefined) return undefined;
  return {
    of: 'coefficients',
    why: 'constant',
    text: `${columns[constant]!.name} is the same in every row that counts.`,
  };
}

function notEstimated(
  names: readonly string[],
  df: readonly [number, number],
  added: number,
  reason: Reason,
): StepFound {
  return {
    residual: undefined,
    slopes: undefined,
    step: {
      predictors: names,
      r2: undefined,
      adjustedR2: undefined,
      standardError: undefined,
      f: undefined,
      df,
      p: undefined,
      r2Change: undefined,
      fChange: undefined,
      fChangeDf: [added, df[1]],
      fChangeP: undefined,
      coefficients: [],
      way: undefined,
      reasons: [reason],
    },
  };
}

/** The t of a coefficient and its two-sided p, from its standard error (above 0) and the residual degrees of freedom. */
export function coefficientTest(b: number, se: number, df: number): { readonly t: number; readonly p: number } {
  const t = b / se;
  return { t, p: studentTTwoSided(t, df) };
}

function coefficientsOf(
  names: readonly string[],
  source: Moments,
  fit: Fit,
  intercept: number,
  meanSquare: number | undefined,
  df: number,
  level: number,
): Coefficient[] {
  const k = names.length;
  const critical = meanSquare === undefined ? undefined : studentTCritical(1 - level, df);
  const length = (place: number) => Math.sqrt(source.products[place * source.columns + place]!);
  const lengths = Array.from({ length: k + 1 }, (_, place) => length(place));
  const row = (name: string, b: number, unit: number, rest: Pick<Coefficient, 'beta' | 'vif' | 'tolerance'>) => {
    if (meanSquare === undefined || critical === undefined)
      return { name, b, se: undefined, t: undefined, p: undefined, interval: undefined, ...rest };
    const se = Math.sqrt(meanSquare * unit);
    return {
      name,
      b,
      se,
      ...coefficientTest(b, se, df),
      interval: [b - critical * se, b + critical * se] as const,
      ...rest,
    };
  };
  // Of the constant: 1/n and the distance of the means from zero in the metric of the predictors, as a sum of squares:
  // through the inverse itself, predictors that nearly coincide would cancel.
  let constantUnit = 1 / source.n;
  for (let m = 0; m < k; m++) {
    let part = 0;
    for (let i = 0; i <= m; i++) part += (source.means[i + 1]! / lengths[i + 1]!) * fit.half[i * k + m]!;
    constantUnit += part * part;
  }
  const constant = row('(constant)', intercept, constantUnit, {
    beta: undefined,
    vif: undefined,
    tolerance: undefined,
  });
  return [
    constant,
    ...names.map((name, i) => {
      const vif = inflation(fit.half, k, i);
      const own = lengths[i + 1]!;
      return row(name, fit.slopes[i]!, vif / own / own, {
        beta: (fit.slopes[i]! * own) / lengths[0]!,
        vif,
        tolerance: 1 / vif,
      });
    }),
  ];
}
