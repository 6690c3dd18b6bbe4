import { adjustedP } from '../adjustedP.ts';
import { column, valuesOf, type Column } from '../column.ts';
import { anova } from '../comparing/anova.ts';
import { type Comparison } from '../comparing/comparison.ts';
import { kruskalWallis } from '../comparing/kruskalWallis.ts';
import { mannWhitney, wilcoxon } from '../comparing/rankTests.ts';
import { independentT, pairedT, welchT } from '../comparing/tTests.ts';
import { correlationMatrix, type CorrelationMethod, type MissingRule } from '../correlationMatrix.ts';
import { cronbachAlpha } from '../cronbachAlpha.ts';
import { descriptives } from '../descriptives.ts';
import { chiSquaredLower, chiSquaredQuantile, chiSquaredUpper } from '../distributions/chiSquared.ts';
import { fisherFLower, fisherFQuantile, fisherFUpper } from '../distributions/fisherF.ts';
import { logNormalUpper, normalLower, normalQuantile, normalUpper } from '../distributions/normal.ts';
import { logStudentTTwoSided, studentTCritical, studentTTwoSided, studentTUpper } from '../distributions/studentT.ts';
import { cohensD } from '../effects/hedgesG.ts';
import { feldtInterval } from '../feldtInterval.ts';
import { agreementWithin } from '../groups/agreement.ts';
import { intraclass } from '../groups/intraclass.ts';
import { omegaTotal } from '../omegaTotal.ts';
import { regression } from '../regression.ts';
import { regressionDiagnostics } from '../regressionDiagnostics.ts';
import { reliableChange } from '../reliableChange.ts';
import { bootstrapIntervals } from '../resampling/bootstrap.ts';
import { clusterErrors, hc3Errors, type RobustErrors } from '../robustErrors.ts';
import { sampleOf } from '../sample.ts';
import { scaleScore } from '../scaleScore.ts';
import { twoItemReliability } from '../spearmanBrown.ts';

type Values = readonly (number | null)[];

/** What a fixture hands in; each function takes what it needs. */
interface Input {
  readonly columns: Readonly<Record<string, Values>>;
  readonly [key: string]: unknown;
}

const allColumns = (input: Input): Column[] =>
  Object.entries(input.columns).map(([name, values]) => column(name, values));
const two = (input: Input) => allColumns(input) as [Column, Column];
const named = (input: Input, names: readonly string[]) => names.map((name) => column(name, input.columns[name]!));
const numbers = (input: Input, key: string) => input[key] as number[];

/** Calls a function for every place of some lists of arguments. */
function along(input: Input, keys: readonly string[], of: (...args: number[]) => number): number[] {
  const lists = keys.map((key) => numbers(input, key));
  return lists[0]!.map((_, place) => of(...lists.map((list) => list[place]!)));
}

const compared = (found: Comparison) => ({
  ...found,
  effect: found.effect?.value,
  effectInterval: found.effect?.interval ?? [undefined, undefined],
});

const robust = ({ df, coefficients }: RobustErrors) => ({
  df,
  b: coefficients.map(({ b }) => b),
  se: coefficients.map(({ se }) => se),
  t: coefficients.map(({ t }) => t),
  pValues: coefficients.map(({ p }) => p),
});

const regressionInput = (input: Input) => ({
  outcome: column('outcome', input.columns[input.outcome as string]!),
  predictors: named(input, input.predictors as string[]),
});

/** Every function under comparison: from a fixture's input to a record with the keys of what it expects. */
export const subjects: Readonly<Record<string, (input: Input) => unknown>> = {
  studentT: (input) => ({
    twoSided: along(input, ['t', 'df'], studentTTwoSided),
    upper: along(input, ['t', 'df'], studentTUpper),
  }),
  logStudentT: (input) => ({ logTwoSided: along(input, ['t', 'df'], logStudentTTwoSided) }),
  fisherF: (input) => ({
    upper: along(input, ['f', 'df1', 'df2'], fisherFUpper),
    lower: along(input, ['f', 'df1', 'df2'], fisherFLower),
  }),
  normal: (input) => ({
    upper: along(input, ['z'], normalUpper),
    lower: along(input, ['z'], normalLower),
    logUpper: along(input, ['z'], logNormalUpper),
  }),
  normalLog: (input) => ({ logUpper: along(input, ['z'], logNormalUpper) }),
  chiSquared: (input) => ({
    upper: along(input, ['x', 'df'], chiSquaredUpper),
    lower: along(input, ['x', 'df'], chiSquaredLower),
  }),
  normalQuantile: (input) => ({ z: along(input, ['p'], normalQuantile) }),
  studentTCritical: (input) => ({ t: along(input, ['p', 'df'], studentTCritical) }),
  fisherFQuantile: (input) => ({ f: along(input, ['p', 'df1', 'df2'], fisherFQuantile) }),
  chiSquaredQuantile: (input) => ({ x: along(input, ['p', 'df'], chiSquaredQuantile) }),
  descriptives: (input) => descriptives(allColumns(input)[0]!),
  scaleScore: (input) => ({
    score: Array.from(
      valuesOf(scaleScore('score', allColumns(input), { minimumAnswered: input.share as number })),
      (value) => (Number.isNaN(value) ? undefined : value),
    ),
  }),
  adjustedP: (input) => {
    const ps = (input.p as Values).map((p) => p ?? undefined);
    return { holm: adjustedP(ps, 'holm'), 'benjamini-hochberg': adjustedP(ps, 'benjamini-hochberg') };
  },
  cronbachAlpha: (input) => {
    const found = cronbachAlpha(allColumns(input));
    return {
      ...found,
      means: found.items.map(({ mean }) => mean),
      sds: found.items.map(({ sd }) => sd),
      itemRest: found.items.map(({ itemRest }) => itemRest),
      alphaIfDeleted: found.items.map(({ alphaIfDeleted }) => alphaIfDeleted),
    };
  },
  feldtInterval: (input) => {
    const [alpha, n, items, level] = ['alpha', 'n', 'items', 'level'].map((key) => input[key] as number);
    return { interval: feldtInterval(alpha!, n!, items!, level) };
  },
  omegaTotal: (input) => omegaTotal(allColumns(input)),
  spearmanBrown: (input) => twoItemReliability(...two(input)),
  intraclass: (input) => intraclass(...two(input)),
  agreementWithin: (input) => {
    const all = allColumns(input);
    const found = agreementWithin(all.slice(0, -1), all.at(-1)!, input.options as number);
    return { ...found, agreement: found.groups.map(({ agreement }) => agreement) };
  },
  reliableChange: (input) =>
    reliableChange(input as unknown as { before: number; after: number; sd: number; reliability: number }),
  correlationMatrix: (input) => {
    const found = correlationMatrix(allColumns(input), {
      method: input.method as CorrelationMethod,
      missing: input.missing as MissingRule,
    });
    const offDiagonal = <T>(cells: readonly (readonly T[])[]) =>
      cells.map((row, i) => row.map((cell, j) => (i === j ? undefined : cell)));
    return {
      r: offDiagonal(found.r),
      p: found.p,
      n: offDiagonal(found.n),
      low: found.interval.map((row) => row.map((ends) => ends?.[0])),
      high: found.interval.map((row) => row.map((ends) => ends?.[1])),
    };
  },
  regression: (input) => {
    const found = regression(
      column('outcome', input.columns[input.outcome as string]!),
      (input.blocks as string[][]).map((block) => named(input, block)),
    );
    return {
      n: found.n,
      durbinWatson: found.durbinWatson,
      steps: found.steps.map((step) => ({
        ...step,
        b: step.coefficients.map(({ b }) => b),
        se: step.coefficients.map(({ se }) => se),
        t: step.coefficients.map(({ t }) => t),
        pValues: step.coefficients.map(({ p }) => p),
        low: step.coefficients.map(({ interval }) => interval?.[0]),
        high: step.coefficients.map(({ interval }) => interval?.[1]),
        beta: step.coefficients.slice(1).map(({ beta }) => beta),
        vif: step.coefficients.slice(1).map(({ vif }) => vif),
      })),
    };
  },
  regressionDiagnostics: (input) => {
    const { outcome, predictors } = regressionInput(input);
    return regressionDiagnostics(outcome, predictors);
  },
  hc3Errors: (input) => {
    const { outcome, predictors } = regressionInput(input);
    return robust(hc3Errors(outcome, predictors));
  },
  clusterErrors: (input) => {
    const { outcome, predictors } = regressionInput(input);
    return robust(clusterErrors(outcome, predictors, column('cluster', input.cluster as Values)));
  },
  pairedT: (input) => compared(pairedT(...two(input))),
  independentT: (input) => compared(independentT(...two(input))),
  welchT: (input) => compared(welchT(...two(input))),
  cohensD: (input) => {
    const [first, second] = two(input).map(sampleOf);
    return cohensD(first!, second!);
  },
  wilcoxon: (input) => ({
    ...compared(wilcoxon(...two(input))),
    withContinuity: wilcoxon(...two(input), { method: 'normal', continuity: true }).p,
  }),
  mannWhitney: (input) => ({
    ...compared(mannWhitney(...two(input))),
    withContinuity: mannWhitney(...two(input), { method: 'normal', continuity: true }).p,
  }),
  anova: (input) => compared(anova(...two(input))),
  kruskalWallis: (input) => compared(kruskalWallis(...two(input))),
  bootstrapIntervals: (input) =>
    bootstrapIntervals(input.estimate as number, numbers(input, 'replicates'), numbers(input, 'leftOut')),
};
