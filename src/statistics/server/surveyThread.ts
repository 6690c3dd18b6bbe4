import { parentPort, workerData } from 'node:worker_threads';
import type { Column } from '../column.ts';
import { StatisticsError } from '../reason.ts';
import { surveyAnalysis, type SurveyPlan, type SurveyResult } from '../survey/surveyAnalysis.ts';
import { dataTable } from '../table.ts';

/** What the thread is started with. */
export interface SurveyTask {
  readonly columns: readonly Column[];
  readonly plan: SurveyPlan;
}

/** What it answers: the result, its table being the scores alone; or what was wrong with the question. */
export type SurveyAnswer =
  { readonly result: Omit<SurveyResult, 'table'>; readonly scores: readonly Column[] } | { readonly mistake: string };

function answer({ columns, plan }: SurveyTask): SurveyAnswer {
  try {
    const { table, ...result } = surveyAnalysis(dataTable(columns), plan);
    return { result, scores: (plan.scales ?? []).map(({ name }) => table.columns.get(name)!) };
  } catch (error) {
    if (error instanceof StatisticsError) return { mistake: error.message };
    throw error;
  }
}

parentPort?.postMessage(answer(workerData as SurveyTask), []);
