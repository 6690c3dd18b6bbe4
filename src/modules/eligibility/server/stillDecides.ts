import { may } from '#modules/trajectories/index.ts';
import { readFacts, type TrajectoryHandle } from '#modules/trajectories/index.server.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';

/** Whether a decision can still come: before that, figures and evidence matter; afterwards they would change nothing. */
export async function stillDecides(db: Db, trajectory: TrajectoryHandle, today: PlainDate): Promise<boolean> {
  const answer = may('decideEligibility', await readFacts(db, trajectory, today));
  return answer.allowed || answer.because === 'trajectories:may.intakeFirst';
}
