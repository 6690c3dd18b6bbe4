import type { Table } from '#platform/datafiles/columns.ts';
import { DataFileProblem } from '#platform/datafiles/problem.ts';
import { adjustedP } from '#statistics/adjustedP.ts';
import type { CorrelationMatrix } from '#statistics/correlationMatrix.ts';
import { descriptives } from '#statistics/descriptives.ts';
import { studentTCritical } from '#statistics/distributions/studentT.ts';
import { intraclass } from '#statistics/groups/intraclass.ts';
import { omegaTotal } from '#statistics/omegaTotal.ts';
import type { Regression } from '#statistics/regression.ts';
import { clusterErrors, hc3Errors } from '#statistics/robustErrors.ts';
import { spearmanBrown } from '#statistics/spearmanBrown.ts';
import { scaleItems } from '#statistics/survey/scaleItems.ts';
import {
  surveyAnalysis,
  type ScaleResult as SurveyScale,
  type SurveyResult,
} from '#statistics/survey/surveyAnalysis.ts';
import { columnNamed } from '#statistics/table.ts';
import type { AnalysisPlan, RegressionPlan, ScalePlan } from '../inputs.ts';
import { carryOutTests } from './carryOutTests.ts';
import { cautionsOf } from './cautions.ts';
import { orNull, Reasons } from './reasons.ts';
import type {
  AnalysisResult,
  ClusterResult,
  CorrelationsResult,
  RegressionResult,
  RobustResult,
  ScaleResult,
  VariableResult,
} from './result.ts';
import { scaleOf, variablesOf, type Variables } from './variables.ts';
import type { Work } from './work.ts';

/**
 * Carries out a plan on a table.
 * @throws DataFileProblem for data that the plan cannot be carried out on
 */
export function carryOut(
  table: Table,
  plan: AnalysisPlan,
  data: string,
  onShare: (share: number) => void = () => {},
): AnalysisResult {
  const { level } = plan;
  const reasons = new Reasons();
  const variables = variablesOf(table, plan);
  onShare(0.1);
  const survey = surveyAnalysis(variables.data, { ...plan, scales: plan.scales.map(scaleOf) });
  onShare(0.6);
  const scales = survey.scales.map((one, index) => scaleResult(one, plan.scales[index]!, survey, level, reasons));
  onShare(0.8);
  const correlations = survey.correlations.map((one, index) =>
    correlationsResult(one, plan.correlations[index]!.variables, survey, reasons),
  );
  const regressions = survey.regressions.map((one, index) =>
    regressionResult(one, plan.regressions[index]!, plan, { survey, variables, table, reasons }),
  );
  onShare(0.9);
  const tests = carryOutTests(plan, { survey, variables, table, reasons });
  const cluster = plan.cluster === undefined ? null : clusterResult(plan.cluster, plan, survey, variables);
  const result = {
    title: plan.title ?? null,
    data,
    rows: table.rows,
    level,
    scales,
    correlations,
    regressions,
    tests,
    cluster,
  };
  return { ...result, warnings: [...reasons.sentences, ...cautionsOf(result, plan)] };
}

function scaleResult(
  { scale, alpha, score }: SurveyScale,
  { reverse }: ScalePlan,
  { table }: SurveyResult,
  level: number,
  reasons: Reasons,
): ScaleResult {
  const omega = omegaTotal(scaleItems(table, scale));
  // That two items say little about one factor stands among the cautions already.
  const ofOmega = omega.reasons.filter(({ why }) => why !== 'not-identified');
  reasons.add(scale.name, [...alpha.reasons, ...ofOmega]);
  const half =
    score.standardError === undefined ? undefined : studentTCritical(1 - level, score.n - 1) * score.standardError;
  const pair = scale.items.length === 2 ? alpha.meanCorrelation : undefined;
  return {
    name: scale.name,
    items: scale.items.length,
    n: alpha.n,
    scored: score.n,
    mean: orNull(score.mean),
    sd: orNull(score.sd),
    meanInterval: half === undefined ? null : [score.mean! - half, score.mean! + half],
    alpha: orNull(alpha.alpha),
    alphaInterval: orNull(alpha.interval),
    standardisedAlpha: orNull(alpha.standardised),
    omega: orNull(omega.omega),
    spearmanBrown: pair === undefined ? null : orNull(spearmanBrown(pair)),
    itemStatistics: alpha.items.map((item) => ({
      item: item.name,
      reversed: reverse?.includes(item.name) ?? false,
      mean: orNull(item.mean),
      sd: orNull(item.sd),
      itemRest: orNull(item.itemRest),
      alphaIfDeleted: orNull(item.alphaIfDeleted),
    })),
  };
}

function correlationsResult(
  matrix: CorrelationMatrix,
  names: readonly string[],
  { table }: SurveyResult,
  reasons: Reasons,
): CorrelationsResult {
  reasons.add(`${matrix.method} correlations`, matrix.reasons);
  const nulls = <Value>(cells: readonly (readonly (Value | undefined)[])[]) => cells.map((row) => row.map(orNull));
  return {
    method: matrix.method,
    missing: matrix.missing,
    variables: names,
    r: nulls(matrix.r),
    p: nulls(matrix.p),
    n: matrix.n,
    interval: nulls(matrix.interval),
    pHolm: nulls(adjusted(matrix, 'holm')),
    pBenjaminiHochberg: nulls(adjusted(matrix, 'benjamini-hochberg')),
    descriptives: names.map((of): VariableResult => {
      const { name, n, missing, mean, sd, minimum, maximum } = descriptives(columnNamed(table, of));
      return {
        name,
        n,
        missing,
        mean: orNull(mean),
        sd: orNull(sd),
        minimum: orNull(minimum),
        maximum: orNull(maximum),
      };
    }),
  };
}

/** The p values of a matrix adjusted as one family: each pair counts once. */
function adjusted({ p }: CorrelationMatrix, method: 'holm' | 'benjamini-hochberg'): (number | undefined)[][] {
  const pairs = p.flatMap((row, i) => row.slice(0, i).map((value, j) => ({ i, j, value })));
  const values = adjustedP(
    pairs.map(({ value }) => value),
    method,
  );
  const cells = p.map((row) => row.map((): number | undefined => undefined));
  pairs.forEach(({ i, j }, place) => {
    cells[i]![j] = cells[j]![i] = values[place];
  });
  return cells;
}

function regressionResult(
  found: Regression,
  { outcome, blocks, robust }: RegressionPlan,
  plan: AnalysisPlan,
  work: Work,
): RegressionResult {
  const { table, reasons } = work;
  const predictors = blocks.flat().length;
  if (found.n < predictors + 2)
    throw new DataFileProblem(
      table.placeOf(table.rows - 1, outcome),
      `its regression has ${predictors} predictors, and only ${found.n} rows have an answer to everything in it`,
      `That needs at least ${predictors + 2} rows: leave predictors out, or gather more answers.`,
    );
  reasons.add(`regression of ${outcome}`, found.reasons);
  return {
    outcome,
    n: found.n,
    durbinWatson: orNull(found.durbinWatson),
    robust: robust ? robustResult(robust, outcome, blocks.flat(), plan, work) : null,
    steps: found.steps.map((step) => ({
      predictors: step.predictors,
      r2: orNull(step.r2),
      adjustedR2: orNull(step.adjustedR2),
      standardError: orNull(step.standardError),
      f: orNull(step.f),
      df: step.df,
      p: orNull(step.p),
      r2Change: orNull(step.r2Change),
      fChange: orNull(step.fChange),
      fChangeDf: step.fChangeDf,
      fChangeP: orNull(step.fChangeP),
      coefficients: step.coefficients.map((one) => ({
        name: one.name,
        b: one.b,
        se: orNull(one.se),
        interval: orNull(one.interval),
        beta: orNull(one.beta),
        t: orNull(one.t),
        p: orNull(one.p),
        vif: orNull(one.vif),
        tolerance: orNull(one.tolerance),
      })),
    })),
  };
}

function robustResult(
  kind: 'hc3' | 'cluster',
  outcome: string,
  predictors: readonly string[],
  { cluster, level }: AnalysisPlan,
  { survey, variables, reasons }: Work,
): RobustResult | null {
  const y = columnNamed(survey.table, outcome);
  const xs = predictors.map((name) => columnNamed(survey.table, name));
  const found =
    kind === 'hc3' ? hc3Errors(y, xs, level) : clusterErrors(y, xs, variables.grouping(cluster!).column, level);
  reasons.add(`${kind} errors of ${outcome}`, found.reasons);
  if (found.coefficients.length === 0) return null;
  const coefficients = found.coefficients.map((one) => ({ ...one, t: orNull(one.t), p: orNull(one.p) }));
  return { kind, clusters: orNull(found.clusters), df: found.df, coefficients };
}

function clusterResult(
  by: string,
  { scales, level }: AnalysisPlan,
  { table }: SurveyResult,
  variables: Variables,
): ClusterResult {
  const { column, labels } = variables.grouping(by);
  return {
    by,
    groups: labels.length,
    scales: scales.map(({ name }) => {
      const { icc1, icc2 } = intraclass(columnNamed(table, name), column, level);
      return { name, icc1: orNull(icc1), icc2: orNull(icc2) };
    }),
  };
}
