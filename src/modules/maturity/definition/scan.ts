import type { Questionnaire } from '#modules/questionnaires/index.ts';
import type { ScoringModel } from '../rules/model.ts';
import { scoringModel } from './model.ts';
import { scanQuestionnaire } from './questionnaire.ts';

/** One version of the scan: what is asked and how answers become degrees of fit. Immutable once published. */
export interface PublishedScan {
  readonly version: number;
  readonly questionnaire: Questionnaire;
  readonly model: ScoringModel;
}

/** Every version that was ever published, oldest first. A case keeps the version with which it started. */
export const publishedScans: readonly PublishedScan[] = [
  { version: 1, questionnaire: scanQuestionnaire, model: scoringModel },
];

/** The version that a new scan starts with. */
export const currentScan: PublishedScan = publishedScans.at(-1)!;

/** A version by its number, or undefined when it was never published. */
export function publishedScan(version: number): PublishedScan | undefined {
  return publishedScans.find((scan) => scan.version === version);
}
