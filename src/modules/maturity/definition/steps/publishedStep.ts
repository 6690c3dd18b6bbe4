import type { NextStep } from '../../rules/nextSteps.ts';
import type { StepMaterial, StepPeople, StepTime } from './vocabulary.ts';

/** A step whose time, people and material have texts in the vocabulary. */
export interface PublishedStep extends NextStep {
  readonly time: StepTime;
  readonly who: StepPeople;
  readonly material: StepMaterial;
}
