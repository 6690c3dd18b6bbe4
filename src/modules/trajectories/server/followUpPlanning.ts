import type { Db } from '#platform/server/database/pool.ts';
import { closeTask, openTask } from '#platform/server/registries.ts';
import type { PlainDate } from '#shared/dates.ts';
import { followUps } from '../rules/actionPlan.ts';
import { addFollowUp, listFollowUps } from './followUpStore.ts';
import type { TrajectoryHandle } from './handle.ts';
import { placeOf } from './place.ts';

const kind = 'trajectories.followUp';

export const followUpLink = (trajectory: string) => `/trajectories/${trajectory}/follow-up`;

/** Plans the moments after sealing; the first one waits from now on, with its day. */
export async function planFollowUps(
  db: Db,
  trajectory: TrajectoryHandle,
  sealedOn: PlainDate,
  months: readonly number[],
): Promise<void> {
  for (const { months: count, on } of followUps(sealedOn, months))
    await addFollowUp(db, trajectory.id, { months: count, due: on });
  await nextFollowUpTask(db, trajectory);
}

/** One moment waits at a time: the first that is not done yet. */
export async function nextFollowUpTask(db: Db, trajectory: TrajectoryHandle): Promise<void> {
  const moments = await listFollowUps(db, trajectory.id);
  const next = moments.find(({ doneOn }) => doneOn === null);
  for (const { id } of moments) if (id !== next?.id) await closeTask(db, kind, id);
  if (next) await openFollowUpTask(db, trajectory, next);
}

export async function openFollowUpTask(
  db: Db,
  trajectory: TrajectoryHandle,
  moment: { readonly id: string; readonly months: number; readonly due: PlainDate },
): Promise<void> {
  await openTask(db, placeOf(trajectory), {
    kind,
    subject: moment.id,
    roles: ['enterprise_lead', 'consultant', 'provider_member'],
    due: moment.due,
    textKey: 'trajectories:followUp.task',
    parameters: { months: moment.months },
    link: followUpLink(trajectory.id),
  });
}
