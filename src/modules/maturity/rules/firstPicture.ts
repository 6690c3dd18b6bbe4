import type { ScoringModel } from './model.ts';
import { isKnown, scoreScan, statementAnswers, type GivenAnswers, type ScanResult } from './score.ts';

export interface FirstPicture {
  /** Whether the first statements were all answered ("I don't know" counts): only then a page offers the picture. */
  readonly ready: boolean;
  /** The fit by the first statements alone; its certainty is never more than `first`. */
  readonly result: ScanResult;
}

/**
 * A rough picture after the first statements. Later answers do not change it: it is what could be said at that moment, and a
 * reader who goes on sees the full result instead.
 */
export function firstPicture(model: ScoringModel, given: GivenAnswers): FirstPicture {
  const all = statementAnswers(model, given);
  const first = Object.fromEntries(model.firstStatements.filter((id) => id in all).map((id) => [id, all[id]!]));
  // Five statements are enough for a first picture, and somebody who knows three of them still gets one.
  const result = scoreScan({ ...model, fewestKnown: Math.min(model.fewestKnown, 3) }, first);
  const known = Object.values(first).filter(isKnown).length;
  return {
    ready: Object.keys(first).length === model.firstStatements.length,
    result: { ...result, certainty: known < 3 ? 'none' : 'first', total: model.firstStatements.length },
  };
}
