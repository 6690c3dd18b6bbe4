import type { Table } from '#platform/datafiles/columns.ts';
import type { SurveyResult } from '#statistics/survey/surveyAnalysis.ts';
import type { Reasons } from './reasons.ts';
import type { Variables } from './variables.ts';

/** What every part of an analysis draws on. */
export interface Work {
  /** With the scores of the scales among its columns. */
  readonly survey: SurveyResult;
  readonly variables: Variables;
  readonly table: Table;
  readonly reasons: Reasons;
}
