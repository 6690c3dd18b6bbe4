import { Worker } from 'node:worker_threads';
import { StatisticsError } from '../reason.ts';
import type { SurveyPlan, SurveyResult } from '../survey/surveyAnalysis.ts';
import { withColumns, type DataTable } from '../table.ts';
import type { SurveyAnswer, SurveyTask } from './surveyThread.ts';

/**
 * `surveyAnalysis` in a thread of its own, so that the one that asks goes on answering others. Columns over a
 * SharedArrayBuffer are shared, others are copied. It runs from the source files, as the command line does.
 * @throws StatisticsError for a name that is not there
 */
export async function surveyInThread(table: DataTable, plan: SurveyPlan): Promise<SurveyResult> {
  const task: SurveyTask = { columns: [...table.columns.values()], plan };
  const thread = new Worker(new URL('./surveyThread.ts', import.meta.url), { workerData: task });
  const answer = await new Promise<SurveyAnswer>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The thread of the statistics ended with code ${code}.`)));
  });
  if ('mistake' in answer) throw new StatisticsError(answer.mistake);
  return { ...answer.result, table: withColumns(table, answer.scores) };
}
