import { alphaFromMoments, type CronbachAlpha } from '../cronbachAlpha.ts';
import { descriptives, type Descriptives } from '../descriptives.ts';
import { hasGaps, type Column } from '../column.ts';
import { correlationMatrix, type CorrelationMatrix, type CorrelationOptions } from '../correlationMatrix.ts';
import { chosenMoments, moments, type Moments } from '../linear/moments.ts';
import { regressions, type Regression } from '../regression.ts';
import { scaleScore } from '../scaleScore.ts';
import { columnNamed, withColumns, type DataTable } from '../table.ts';
import { patternPass } from './patterns.ts';
import { scaleItems, wholeBytes, type Scale } from './scaleItems.ts';

export type { Scale };

export interface SurveyPlan {
  readonly scales?: readonly Scale[];
  /** Scale names may be used as variables, here and below. */
  readonly correlations?: readonly (CorrelationOptions & { readonly variables: readonly string[] })[];
  readonly regressions?: readonly { readonly outcome: string; readonly blocks: readonly (readonly string[])[] }[];
  /** Of all intervals; 0.95 when left out. */
  readonly level?: number;
}

export interface ScaleResult {
  readonly scale: Scale;
  readonly alpha: CronbachAlpha;
  /** Of the score. */
  readonly score: Descriptives;
}

export interface SurveyResult {
  readonly rows: number;
  readonly scales: readonly ScaleResult[];
  readonly correlations: readonly CorrelationMatrix[];
  readonly regressions: readonly Regression[];
  /** The data with the scores of the scales added. */
  readonly table: DataTable;
}

/**
 * What a survey report asks for, in as few passes over the data as it takes: reliability and scores of scales, correlations
 * of the scores, and regressions among them. The results are those of `cronbachAlpha`, `scaleScore`, `correlationMatrix`
 * and `regression`; only the way there is shorter.
 * @throws StatisticsError for a name that is not there
 */
export function surveyAnalysis(table: DataTable, plan: SurveyPlan): SurveyResult {
  const scored = scoredScales(table, plan.scales ?? [], plan.level);
  const whole = withColumns(
    table,
    scored.map(({ score }) => score),
  );
  return {
    rows: table.rows,
    scales: scored.map(({ result }) => result),
    correlations: surveyCorrelations(whole, plan),
    regressions: surveyRegressions(whole, plan),
    table: whole,
  };
}

export interface ScoredScale {
  readonly result: ScaleResult;
  readonly score: Column;
}

/** First part of the analysis: what there is to say of each scale by itself, and its score. */
export function scoredScales(table: DataTable, scales: readonly Scale[], level?: number): ScoredScale[] {
  const found = scales.map((scale) => scalePass(table, scale));
  return found.map(({ scale, source, score, names }) => {
    const places = names.map((_, place) => place);
    return {
      result: { scale, alpha: alphaFromMoments(names, source, places, level), score: descriptives(score) },
      score,
    };
  });
}

/** Second part, on the table with the scores added. */
export function surveyCorrelations(table: DataTable, plan: SurveyPlan): CorrelationMatrix[] {
  return (plan.correlations ?? []).map(({ variables, ...options }) =>
    correlationMatrix(
      variables.map((name) => columnNamed(table, name)),
      { level: plan.level ?? 0.95, ...options },
    ),
  );
}

interface ScaleFound {
  readonly scale: Scale;
  readonly names: readonly string[];
  readonly source: Moments;
  readonly score: Column;
}

function scalePass(table: DataTable, scale: Scale): ScaleFound {
  const items = scaleItems(table, scale);
  const names = items.map(({ name }) => name);
  const minimumAnswered = scale.minimumAnswered ?? 0.5;
  if (wholeBytes(items)) {
    const needed = Math.max(1, Math.ceil(items.length * minimumAnswered - 1e-9));
    const found = patternPass(scale.name, items, needed, table.rows);
    if (found) return { scale, names, source: found.moments, score: found.score };
  }
  return { scale, names, source: moments(items), score: scaleScore(scale.name, items, { minimumAnswered }) };
}

/** Third part. Regressions on variables without gaps share one pass for their cross products; others count their own rows. */
export function surveyRegressions(table: DataTable, plan: SurveyPlan): Regression[] {
  const tasks = (plan.regressions ?? []).map(({ outcome, blocks }) => ({
    outcome: columnNamed(table, outcome),
    blocks: blocks.map((block) => block.map((name) => columnNamed(table, name))),
  }));
  const places = new Map<Column, number>();
  for (const { outcome, blocks } of tasks)
    for (const column of [outcome, ...blocks.flat()])
      if (!places.has(column) && !hasGaps(column)) places.set(column, places.size);
  const columns = [...places.keys()];
  const shared = tasks.length > 1 && columns.length > 1 ? moments(columns) : undefined;
  return regressions(
    tasks.map((task) => {
      const own = [task.outcome, ...task.blocks.flat()].map((column) => places.get(column));
      const all = shared && own.every((place) => place !== undefined);
      return { ...task, moments: all ? chosenMoments(shared, own) : undefined };
    }),
    plan.level,
  );
}
