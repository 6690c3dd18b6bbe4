import type { Db } from '#platform/server/database/pool.ts';
import { closeTask, openTask } from '#platform/server/registries.ts';
import type { TrajectoryHandle } from './handle.ts';

/** What may wait around a plan: for who writes it, and for who reads it. */
const tasks = {
  write: {
    kind: 'trajectories.writePlan',
    roles: ['consultant', 'provider_member'],
    textKey: 'trajectories:plan.task.write',
  },
  read: {
    kind: 'trajectories.readPlan',
    roles: ['lot_coordinator', 'programme_manager'],
    textKey: 'trajectories:plan.task.read',
  },
  mend: {
    kind: 'trajectories.mendPlan',
    roles: ['consultant', 'provider_member'],
    textKey: 'trajectories:plan.task.mend',
  },
} as const;
export type PlanTask = keyof typeof tasks;

/** Makes one of the plan's tasks the one that waits; null when nothing waits any more. */
export async function nextPlanTask(db: Db, trajectory: TrajectoryHandle, next: PlanTask | null): Promise<void> {
  for (const [name, task] of Object.entries(tasks)) if (name !== next) await closeTask(db, task.kind, trajectory.id);
  if (next === null) return;
  await openTask(db, trajectory, {
    ...tasks[next],
    subject: trajectory.id,
    link: `/trajectories/${trajectory.id}/plan`,
  });
}
