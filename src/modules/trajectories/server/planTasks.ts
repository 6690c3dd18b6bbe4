import { addDays, type PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { closeTask, openTask } from '#platform/server/registries.ts';
import type { TrajectoryHandle } from './handle.ts';

/** What may wait around a plan: for who writes it, and for who reads it; within how many days it is expected. */
const tasks = {
  write: {
    days: 14,
    kind: 'trajectories.writePlan',
    roles: ['consultant', 'provider_member'],
    textKey: 'trajectories:plan.task.write',
  },
  read: {
    days: 7,
    kind: 'trajectories.readPlan',
    roles: ['lot_coordinator', 'programme_manager'],
    textKey: 'trajectories:plan.task.read',
  },
  mend: {
    days: 7,
    kind: 'trajectories.mendPlan',
    roles: ['consultant', 'provider_member'],
    textKey: 'trajectories:plan.task.mend',
  },
} as const;
export type PlanTask = keyof typeof tasks;

/** Makes one of the plan's tasks the one that waits; null when nothing waits any more. */
export async function nextPlanTask(
  db: Db,
  trajectory: TrajectoryHandle,
  today: PlainDate,
  next: PlanTask | null,
): Promise<void> {
  for (const [name, task] of Object.entries(tasks)) if (name !== next) await closeTask(db, task.kind, trajectory.id);
  if (next === null) return;
  const { days, ...task } = tasks[next];
  await openTask(db, trajectory, {
    ...task,
    due: addDays(today, days),
    subject: trajectory.id,
    link: `/trajectories/${trajectory.id}/plan`,
  });
}
