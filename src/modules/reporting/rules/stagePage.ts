import type { Stage } from './codes.ts';

const pages: Readonly<Record<Stage, string>> = {
  none: 'intake',
  intake: 'intake',
  eligibility: 'eligibility',
  agreement: 'agreement',
  planning: 'plan',
  guidance: 'sessions',
  closing: 'action-plan',
  follow_up: 'follow-up',
  completed: 'follow-up',
  stopped: 'sessions',
};

/** Where the work of a trajectory is, by its stage. */
export const stageAddress = (trajectory: string, stage: Stage): string => `/trajectories/${trajectory}/${pages[stage]}`;
