import { may, type Permission, type TrajectoryFacts } from './states.ts';

/** Four eyes: who submitted a plan does not approve it, whatever roles they hold. */
export function mayApprove(facts: TrajectoryFacts, submittedBy: string | null, reader: string | null): Permission {
  const allowed = may('approvePlan', facts);
  if (!allowed.allowed || reader === null || submittedBy !== reader) return allowed;
  return { allowed: false, because: 'may.ownPlan', params: {} };
}
