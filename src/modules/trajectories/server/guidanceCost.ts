import type { Db } from '#platform/server/database/pool.ts';
import type { GuidanceCost } from '#modules/aid/index.server.ts';
import { plannedHours, type PlanOfApproach } from '../rules/plan.ts';
import { sumHours } from '../rules/sessions.ts';
import { readPlanRow } from './planStore.ts';
import { listSessions } from './sessionStore.ts';

/** What a plan estimates, as the ledger of aid takes it. */
export const guidancePlanned = (plan: PlanOfApproach): GuidanceCost => ({
  hours: plannedHours(plan),
  rateCents: plan.cost.rateCents,
  ownContributionCents: plan.cost.ownContributionCents,
});

/** What was given: the hours of the sessions, at the price and own contribution of the plan as far as there is one. */
export async function guidanceGiven(db: Db, trajectory: string): Promise<GuidanceCost> {
  const cost = (await readPlanRow(db, trajectory))?.content.cost;
  return {
    hours: sumHours(await listSessions(db, trajectory)),
    rateCents: cost?.rateCents ?? null,
    ownContributionCents: cost?.ownContributionCents ?? null,
  };
}
