import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { Intake } from '../rules/intake.ts';
import type { KnownFacts } from '../rules/prefillPlan.ts';
import type { TrajectoryHandle } from './handle.ts';

/** What is known of an enterprise before its plan begins: nothing of it is asked again. */
export async function readKnownFacts(db: Db, trajectory: TrajectoryHandle): Promise<KnownFacts> {
  const row = await db.maybe<{ content: Intake }>(
    sql`select content from intakes where trajectory_id = ${trajectory.id}`,
  );
  const intake = row?.content;
  return {
    intake:
      (intake && {
        on: intake.on ?? trajectory.startedOn,
        question: intake.question,
        themes: intake.themes,
        expectation: intake.expectation,
      }) ||
      null,
    scan: null,
    programme: { rateCents: null },
  };
}
