import type { Table } from '#platform/datafiles/columns.ts';
import { DataFileProblem } from '#platform/datafiles/problem.ts';
import { adjustedP } from '#statistics/adjustedP.ts';
import { correlationMatrix, type CorrelationMatrix } from '#statistics/correlationMatrix.ts';
import { cronbachAlpha } from '#statistics/cronbachAlpha.ts';
import { descriptives } from '#statistics/descriptives.ts';
import { studentTCritical } from '#statistics/distributions/studentT.ts';
import { intraclass } from '#statistics/groups/intraclass.ts';
import { omegaTotal } from '#statistics/omegaTotal.ts';
import { regression } from '#statistics/regression.ts';
import { clusterErrors, hc3Errors } from '#statistics/robustErrors.ts';
import { twoItemReliability } from '#statistics/spearmanBrown.ts';
import type { AnalysisPlan, RegressionPlan } from '../inputs.ts';
import { cautionsOf } from './cautions.ts';
import { carryOutTests } from './carryOutTests.ts';
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
import { variablesOf, type ScaleColumns, type Variables } from './variables.ts';

/**
 * Carries out a plan on a table.
 * @throws DataFileProblem for data that the plan cannot be carried out on
 */
export function carryOut(
  table: Table,
  plan: AnalysisPlan,
  data: string,
  onPart: (done: number, parts: number) => void = () => {},
): AnalysisResult {
  const parts = 1 + plan.scales.length + plan.correlations.length + plan.regressions.length + 1;
  let done = 0;
  const step = <Result>(result: Result): Result => {
    onPart(++done, parts);
    return result;
  };
  const reasons = new Reasons();
  const variables = step(variablesOf(table, plan));
  const scales = variables.scales.map((scale) => step(scaleResult(scale, plan.level, reasons)));
  const correlations = plan.correlations.map((one) => step(correlationsResult(one, variables, plan.level, reasons)));
  const regressions = plan.regressions.map((one) => step(regressionResult(one, plan, variables, table, reasons)));
  const tests = step(carryOutTests(plan, variables, table, reasons));
  const cluster = plan.cluster === undefined ? null : clusterResult(plan.cluster, variables, plan.level);
  const result = {
    title: plan.title ?? null,
    data,
    rows: table.rows,
    level: plan.level,
    scales,
    correlations,
    regressions,
    tests,
    cluster,
  };
  return { ...result, warnings: [...reasons.sentences, ...cautionsOf(result, plan)] };
}

function scaleResult({ plan, items, score }: ScaleColumns, level: number, reasons: Reasons): ScaleResult {
  const alpha = cronbachAlpha(items, level);
  const omega = omegaTotal(items);
  const whole = descriptives(score);
  // That two items say little about one factor stands among the cautions already.
  const ofOmega = omega.reasons.filter(({ why }) => why !== 'not-identified');
  reasons.add(plan.name, [...alpha.reasons, ...ofOmega]);
  const half =
    whole.standardError === undefined ? undefined : studentTCritical(1 - level, whole.n - 1) * whole.standardError;
  return {
    name: plan.name,
    items: items.length,
    n: alpha.n,
    scored: whole.n,
    mean: orNull(whole.mean),
    sd: orNull(whole.sd),
    meanInterval: half === undefined ? null : [whole.mean! - half, whole.mean! + half],
    alpha: orNull(alpha.alpha),
    alphaInterval: orNull(alpha.interval),
    standardisedAlpha: orNull(alpha.standardised),
    omega: orNull(omega.omega),
    spearmanBrown: items.length === 2 ? orNull(twoItemReliability(items[0]!, items[1]!).reliability) : null,
    itemStatistics: alpha.items.map((item) => ({
      item: item.name,
      reversed: plan.reverse?.includes(item.name) ?? false,
      mean: orNull(item.mean),
      sd: orNull(item.sd),
      itemRest: orNull(item.itemRest),
      alphaIfDeleted: orNull(item.alphaIfDeleted),
    })),
  };
}

function correlationsResult(
  wanted: AnalysisPlan['correlations'][number],
  variables: Variables,
  level: number,
  reasons: Reasons,
): CorrelationsResult {
  const columns = wanted.variables.map(variables.variable);
  const matrix = correlationMatrix(columns, { method: wanted.method, missing: wanted.missing, level });
  reasons.add(`${wanted.method} correlations`, matrix.reasons);
  const nulls = <Value>(cells: readonly (readonly (Value | undefined)[])[]) => cells.map((row) => row.map(orNull));
  return {
    method: wanted.method,
    missing: wanted.missing,
    variables: wanted.variables,
    r: nulls(matrix.r),
    p: nulls(matrix.p),
    n: matrix.n,
    interval: nulls(matrix.interval),
    pHolm: nulls(adjusted(matrix, 'holm')),
    pBenjaminiHochberg: nulls(adjusted(matrix, 'benjamini-hochberg')),
    descriptives: columns.map((column): VariableResult => {
      const { name, n, missing, mean, sd, minimum, maximum } = descriptives(column);
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
  { outcome, blocks, robust }: RegressionPlan,
  { cluster, level }: AnalysisPlan,
  variables: Variables,
  table: Table,
  reasons: Reasons,
): RegressionResult {
  const found = regression(
    variables.variable(outcome),
    blocks.map((block) => block.map(variables.variable)),
    { level },
  );
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
    robust: robust ? robustResult(robust, outcome, blocks.flat(), { cluster, level }, variables, reasons) : null,
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
  { cluster, level }: Pick<AnalysisPlan, 'cluster' | 'level'>,
  variables: Variables,
  reasons: Reasons,
): RobustResult | null {
  const [y, xs] = [variables.variable(outcome), predictors.map(variables.variable)];
  const found =
    kind === 'hc3' ? hc3Errors(y, xs, level) : clusterErrors(y, xs, variables.grouping(cluster!).column, level);
  reasons.add(`${kind} errors of ${outcome}`, found.reasons);
  if (found.coefficients.length === 0) return null;
  const coefficients = found.coefficients.map((one) => ({ ...one, t: orNull(one.t), p: orNull(one.p) }));
  return { kind, clusters: orNull(found.clusters), df: found.df, coefficients };
}

function clusterResult(by: string, variables: Variables, level: number): ClusterResult {
  const { column, labels } = variables.grouping(by);
  return {
    by,
    groups: labels.length,
    scales: variables.scales.map(({ plan, score }) => {
      const { icc1, icc2 } = intraclass(score, column, level);
      return { name: plan.name, icc1: orNull(icc1), icc2: orNull(icc2) };
    }),
  };
}
