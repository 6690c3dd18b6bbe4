import type { Context } from '#platform/server/operation.ts';
import { command } from '#platform/server/operation.ts';
import { notNow } from '#platform/server/errors.ts';
import { addTimelineEntry, openTask } from '#platform/server/registries.ts';
import { estimateAid } from '#modules/aid/index.server.ts';
import { ReturnPlanInput } from '../inputs.ts';
import { ApprovePlanFormInput } from '../planInputs.ts';
import { mayApprove } from '../rules/approval.ts';
import { plannedHours } from '../rules/plan.ts';
import type { PlanRemark } from '../rules/planView.ts';
import { insist, moveOn } from './facts.ts';
import { guidancePlanned } from './guidanceCost.ts';
import { trajectoryHandle, type TrajectoryHandle } from './handle.ts';
import { placeOf } from './place.ts';
import { addVerdict, listSubmissions, readPlanRow, type PlanRow } from './planStore.ts';
import { nextPlanTask } from './planTasks.ts';
import { personOf } from './reader.ts';

const whole = (words: string): readonly PlanRemark[] => (words === '' ? [] : [{ section: '', words }]);

/** The plan that was read: when another one was submitted since, the verdict would be about something unseen. */
async function planAsRead(
  { db }: Pick<Context<unknown>, 'db'>,
  trajectory: TrajectoryHandle,
  version: number,
): Promise<PlanRow> {
  const row = await readPlanRow(db, trajectory.id);
  if (row?.version !== version) throw notNow('trajectories:plan.page.changedMeanwhile');
  return row;
}

/** Approves the submitted plan: guidance begins, and its estimate takes the place of the aid that was reserved. */
export const approvePlan = command({
  name: 'trajectories.approvePlan',
  input: ApprovePlanFormInput,
  on: trajectoryHandle,
  needs: 'trajectory.plan.approve',
  example: (world) => ({ trajectory: world['trajectory']!, version: 1, words: '' }),
  async run({ trajectory, input, db, actor, now, today, beyond }) {
    const by = personOf(actor);
    const facts = await insist(db, trajectory, 'approvePlan', today);
    const [last] = await listSubmissions(db, trajectory.id);
    const allowed = mayApprove(facts, last?.by ?? null, by);
    if (!allowed.allowed) throw notNow(`trajectories:${allowed.because}`, allowed.params);
    const { content, submission } = await planAsRead({ db }, trajectory, input.version);
    const remarks = [...whole(input.words), ...input.remarks];
    await estimateAid({ db, actor, now, today, beyond }, placeOf(trajectory), guidancePlanned(content));
    await addVerdict(db, trajectory.id, submission, { outcome: 'approved', remarks, by, at: now });
    const state = await moveOn(db, trajectory, 'approvePlan', facts);
    const link = `/trajectories/${trajectory.id}/plan`;
    await addTimelineEntry(db, trajectory, {
      kind: 'trajectories.planApproved',
      day: today,
      textKey: 'trajectories:plan.event.approved',
      parameters: { byPerson: by, hours: plannedHours(content), goals: content.goals.length },
      link,
    });
    await nextPlanTask(db, trajectory, today, null);
    if (facts.sessions === 0)
      await openTask(db, trajectory, {
        kind: 'trajectories.firstSession',
        subject: trajectory.id,
        roles: ['consultant', 'provider_member'],
        textKey: 'trajectories:plan.task.firstSession',
        link: `/trajectories/${trajectory.id}/sessions`,
      });
    return { state, submission };
  },
  audit: (_input, result) => ({ fields: ['state'], details: { outcome: 'approved', submission: result.submission } }),
});

/** Gives the submitted plan back, with remarks beside the sections. */
export const returnPlan = command({
  name: 'trajectories.returnPlan',
  input: ReturnPlanInput,
  on: trajectoryHandle,
  needs: 'trajectory.plan.approve',
  example: (world) => ({ trajectory: world['trajectory']!, version: 1, words: 'Het plan mag concreter.' }),
  async run({ trajectory, input, db, actor, now, today }) {
    const by = personOf(actor);
    await insist(db, trajectory, 'returnPlan', today);
    const { submission } = await planAsRead({ db }, trajectory, input.version);
    const remarks = [...whole(input.words), ...input.remarks];
    await addVerdict(db, trajectory.id, submission, { outcome: 'returned', remarks, by, at: now });
    await addTimelineEntry(db, trajectory, {
      kind: 'trajectories.planReturned',
      day: today,
      textKey: 'trajectories:plan.event.returned',
      parameters: { byPerson: by, count: remarks.length },
      link: `/trajectories/${trajectory.id}/plan`,
      officeOnly: true,
    });
    await nextPlanTask(db, trajectory, today, 'mend');
    return { submission, sections: remarks.map(({ section }) => section) };
  },
  audit: (_input, result) => ({
    fields: ['state', 'remarks'],
    details: { outcome: 'returned', submission: result.submission, remarks: result.sections.length },
  }),
});
