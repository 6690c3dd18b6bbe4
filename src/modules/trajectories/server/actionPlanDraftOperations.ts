import { command } from '#platform/server/operation.ts';
import { ActionPlanDraftInput } from '../actionPlanInputs.ts';
import { TrajectoryInput } from '../inputs.ts';
import type { ActionPlanView } from '../rules/actionPlanView.ts';
import { dropDraft, keepDraft, readDraft, type DraftPlace } from './draftStore.ts';
import { insist } from './facts.ts';
import { trajectoryHandle } from './handle.ts';
import { personOf } from './reader.ts';
import type { Db } from '#platform/server/database/pool.ts';

export const actionPlanDraft = (person: string, trajectory: string): DraftPlace => ({
  person,
  form: 'trajectories.actionPlan',
  trajectory,
});

/** What this writer was typing when they left, newer than what is saved; null when there is nothing. */
export async function readActionPlanDraft(
  db: Db,
  person: string,
  trajectory: string,
): Promise<ActionPlanView['draft']> {
  const draft = await readDraft<Omit<NonNullable<ActionPlanView['draft']>, 'savedAt'>>(
    db,
    actionPlanDraft(person, trajectory),
  );
  return draft ?? null;
}

/** Keeps what somebody is typing in the action plan, for themselves only, until it is saved. */
export const keepActionPlanDraft = command({
  name: 'trajectories.keepActionPlanDraft',
  input: ActionPlanDraftInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']!, version: 0, actionPlan: {} }),
  audit: { none: 'a draft is what somebody is typing: nobody else sees it, and saving it leaves a line' },
  async run({ trajectory, input, db, actor, now, today }) {
    await insist(db, trajectory, 'saveActionPlan', today);
    const { version, actionPlan } = input;
    await keepDraft(db, actionPlanDraft(personOf(actor), trajectory.id), { version, actionPlan }, now);
    return { savedAt: now };
  },
});

export const dropActionPlanDraft = command({
  name: 'trajectories.dropActionPlanDraft',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']! }),
  audit: { none: 'a draft was seen by nobody but its writer, who throws it away' },
  async run({ trajectory, db, actor }) {
    await dropDraft(db, actionPlanDraft(personOf(actor), trajectory.id));
    return { dropped: true };
  },
});
