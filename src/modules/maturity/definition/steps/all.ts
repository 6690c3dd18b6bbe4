import { ambitionSteps } from './ambition.ts';
import { foundationSteps } from './foundation.ts';
import { growthSteps } from './growth.ts';
import { journeySteps } from './journey.ts';
import { learningSteps } from './learning.ts';
import type { PublishedStep } from './publishedStep.ts';

/** Every next step that the scan can name. At each size there are at least three for each profile. */
export const publishedSteps: readonly PublishedStep[] = [
  ...ambitionSteps,
  ...foundationSteps,
  ...journeySteps,
  ...growthSteps,
  ...learningSteps,
];
