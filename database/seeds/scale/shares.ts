import type { Random } from './random.ts';

/** Where a trajectory may stand. */
export const standings = [
  'intake',
  'eligibility',
  'needs_evidence',
  'agreement',
  'planning',
  'submitted',
  'guidance',
  'closing',
  'follow_up',
  'completed',
  'stopped',
] as const;
export type Standing = (typeof standings)[number];

/** How many of a hundred trajectories stand where, some years into a programme. */
export const standingShares: Readonly<Record<Standing, number>> = {
  intake: 5,
  eligibility: 4,
  needs_evidence: 2,
  agreement: 4,
  planning: 6,
  submitted: 4,
  guidance: 22,
  closing: 5,
  follow_up: 18,
  completed: 23,
  stopped: 7,
};

/** Requests that are no trajectory (yet), for every hundred trajectories. */
export const leadShares = { new: 4, taken: 8, declined: 16, withdrawn: 8 } as const;
export type LeadStanding = keyof typeof leadShares;
export const leadsPerTrajectory = Object.values(leadShares).reduce((sum, share) => sum + share, 0) / 100;

/** Shares of the lots, close to their targets. */
export const lotShares = { 1: 27, 2: 26, 3: 11, 4: 25, 5: 11 } as const;

const sizes = { micro: 24, under20: 21, under50: 29, under100: 15, under250: 11 } as const;
const bounds = {
  micro: [2, 9],
  under20: [10, 19],
  under50: [20, 49],
  under100: [50, 99],
  under250: [100, 230],
} as const;

/** Workers of an enterprise: most have few, as in the population that the programme is for. */
export function drawWorkers(random: Random): number {
  const [least, most] = bounds[random.weighted(sizes)];
  return random.whole(least, most);
}

/** Sessions of a whole trajectory; with those that are not that far, ten on average. */
export const drawSessions = (random: Random): number => random.whole(9, 17);
