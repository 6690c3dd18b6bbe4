import { parentPort } from 'node:worker_threads';
import type { CorrelationMatrix } from '../correlationMatrix.ts';
import { StatisticsError } from '../reason.ts';
import type { Regression } from '../regression.ts';
import type { Scale } from '../survey/scaleItems.ts';
import {
  scoredScales,
  surveyCorrelations,
  surveyRegressions,
  type ScoredScale,
  type SurveyPlan,
} from '../survey/surveyAnalysis.ts';
import { dataTable } from '../table.ts';
import { received, sent, type SentColumn } from './sentColumn.ts';

/** A part of an analysis, for one of the threads. */
export type SurveyTask = ScalesTask | WholeTask;

interface ScalesTask {
  readonly part: 'scales';
  readonly columns: readonly SentColumn[];
  readonly scales: readonly Scale[];
  readonly level: number | undefined;
}

interface WholeTask {
  readonly part: 'correlations' | 'regressions';
  readonly columns: readonly SentColumn[];
  readonly plan: SurveyPlan;
}

export interface SurveyParts {
  readonly scales: readonly (Pick<ScoredScale, 'result'> & { readonly score: SentColumn })[];
  readonly correlations: readonly CorrelationMatrix[];
  readonly regressions: readonly Regression[];
}

/** The part, or what was wrong with the question. */
export type SurveyAnswer = Partial<SurveyParts> & { readonly mistake?: string };

function answer(task: SurveyTask): SurveyAnswer {
  try {
    const table = dataTable(task.columns.map(received));
    if (task.part === 'scales') {
      const scored = scoredScales(table, task.scales, task.level);
      return { scales: scored.map(({ result, score }) => ({ result, score: sent(score) })) };
    }
    if (task.part === 'correlations') return { correlations: surveyCorrelations(table, task.plan) };
    return { regressions: surveyRegressions(table, task.plan) };
  } catch (error) {
    if (error instanceof StatisticsError) return { mistake: error.message };
    throw error;
  }
}

parentPort?.on('message', (task: SurveyTask) => parentPort?.postMessage(answer(task), []));
