import type { Db } from '#platform/server/database/pool.ts';
import { closeTask, openTask } from '#platform/server/registries.ts';
import type { TrajectoryHandle } from './handle.ts';
import { placeOf } from './place.ts';

/** What may wait around an action plan: for who writes it, and for each side that still has to say yes. */
const tasks = {
  write: {
    kind: 'trajectories.writeActionPlan',
    roles: ['consultant', 'provider_member'],
    textKey: 'trajectories:actionPlan.task.write',
  },
  mend: {
    kind: 'trajectories.mendActionPlan',
    roles: ['consultant', 'provider_member'],
    textKey: 'trajectories:actionPlan.task.mend',
  },
  enterprise: {
    kind: 'trajectories.confirmActionPlan',
    roles: ['enterprise_lead'],
    textKey: 'trajectories:actionPlan.task.enterprise',
  },
  guide: {
    kind: 'trajectories.confirmActionPlanAsGuide',
    roles: ['consultant', 'provider_member'],
    textKey: 'trajectories:actionPlan.task.guide',
  },
} as const;
export type ActionPlanTask = keyof typeof tasks;

export const actionPlanLink = (trajectory: string) => `/trajectories/${trajectory}/action-plan`;

/** Makes these the tasks of the action plan that wait; the others are done. */
export async function nextActionPlanTasks(
  db: Db,
  trajectory: TrajectoryHandle,
  next: readonly ActionPlanTask[],
): Promise<void> {
  for (const [name, task] of Object.entries(tasks))
    if (next.includes(name as ActionPlanTask))
      await openTask(db, placeOf(trajectory), {
        ...task,
        subject: trajectory.id,
        link: actionPlanLink(trajectory.id),
      });
    else await closeTask(db, task.kind, trajectory.id);
}
