import { Worker } from 'node:worker_threads';
import { StatisticsError } from '../reason.ts';
import type { Scale } from '../survey/scaleItems.ts';
import type { SurveyPlan, SurveyResult } from '../survey/surveyAnalysis.ts';
import { withColumns, type DataTable } from '../table.ts';
import { received, sent, shared } from './sentColumn.ts';
import type { SurveyAnswer, SurveyParts, SurveyTask } from './surveyThread.ts';

/**
 * `surveyAnalysis` in two threads of their own: the scales are divided between them, then one correlates while the other
 * regresses. A million rows take little over half the time, and the thread that asks goes on answering others. Columns
 * over a SharedArrayBuffer are shared, others are copied once. It runs from the source files, as the command line does.
 * @throws StatisticsError for a name that is not there
 */
export async function surveyInThreads(table: DataTable, plan: SurveyPlan): Promise<SurveyResult> {
  const { columns, rows } = table;
  const [one, two] = threads();
  const whole = { rows, columns: new Map([...columns].map(([name, column]) => [name, shared(column)])) };
  const scales = plan.scales ?? [];
  const half = halfOf(scales);
  const scored = (
    await Promise.all([
      ask(one, 'scales', { part: 'scales', scales: scales.slice(0, half), level: plan.level }, whole),
      ask(two, 'scales', { part: 'scales', scales: scales.slice(half), level: plan.level }, whole),
    ])
  ).flat();
  const scores = scored.map(({ score }) => received(score));
  const known = withColumns(whole, scores);
  const [correlations, regressions] = await Promise.all([
    ask(one, 'correlations', { part: 'correlations', plan }, known),
    ask(two, 'regressions', { part: 'regressions', plan }, known),
  ]);
  return {
    rows,
    scales: scored.map(({ result }) => result),
    correlations,
    regressions,
    table: withColumns(table, scores),
  };
}

/** How many scales hold half of the items. */
function halfOf(scales: readonly Scale[]): number {
  const items = scales.reduce((sum, scale) => sum + scale.items.length, 0);
  let passed = 0;
  return scales.filter((scale) => (passed += scale.items.length) <= items / 2).length;
}

type Question = SurveyTask extends infer Task ? (Task extends SurveyTask ? Omit<Task, 'columns'> : never) : never;

async function ask<P extends keyof SurveyParts>(
  thread: Thread,
  part: P,
  question: Question,
  { columns }: DataTable,
): Promise<SurveyParts[P]> {
  const answer = await thread({ ...question, columns: [...columns.values()].map(sent) } as SurveyTask);
  if (answer.mistake !== undefined) throw new StatisticsError(answer.mistake);
  return answer[part] as SurveyParts[P];
}

type Thread = (task: SurveyTask) => Promise<SurveyAnswer>;

let kept: readonly [Thread, Thread] | undefined;

/** Started when first asked for, and kept: starting takes longer than an analysis of ten thousand rows. */
function threads(): readonly [Thread, Thread] {
  return (kept ??= [startThread(), startThread()]);
}

/** A thread answers in the order it was asked. It does not keep the process alive; one that breaks is replaced. */
function startThread(): Thread {
  const worker = new Worker(new URL('./surveyThread.ts', import.meta.url));
  const waiting: { resolve: (answer: SurveyAnswer) => void; reject: (error: Error) => void }[] = [];
  const broken = (error: Error) => {
    kept = undefined;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: SurveyAnswer) => {
    waiting.shift()?.resolve(answer);
    if (waiting.length === 0) worker.unref();
  });
  worker.on('error', broken);
  worker.on('exit', (code) => broken(new Error(`A thread of the statistics ended with code ${code}.`)));
  worker.unref();
  return (task) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.ref();
      worker.postMessage(task, []);
    });
}
