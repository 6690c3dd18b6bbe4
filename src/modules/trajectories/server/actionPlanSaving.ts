import type { Context } from '#platform/server/operation.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { notNow } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { sameJson, type Json } from '#shared/mergeEdits.ts';
import { voidDocument } from '#modules/signatures/index.server.ts';
import { ActionPlanContentInput, type ActionPlanContent } from '../inputs.ts';
import type { PlanChoice } from '../planInputs.ts';
import { openActionPlan, type ActionPlan } from '../rules/actionPlan.ts';
import { changedParts, withoutPlanRow } from '../rules/actionPlanView.ts';
import { actionPlanFromForm } from '../rules/formContent.ts';
import { emptyPlan, type PlanOfApproach } from '../rules/plan.ts';
import { addActionPlan, changeActionPlan, readActionPlanRow, readActionPlanVersion } from './actionPlanStore.ts';
import { actionPlanLink, nextActionPlanTasks } from './actionPlanTasks.ts';
import { dropDraft } from './draftStore.ts';
import { insist, moveOn } from './facts.ts';
import type { TrajectoryHandle } from './handle.ts';
import { mergeWithStored, withChoices } from './merging.ts';
import { placeOf } from './place.ts';
import { readPlanRow } from './planStore.ts';
import { personOf } from './reader.ts';
import { listSessions } from './sessionStore.ts';

/** What stands in the way when two people wrote different things. */
export interface ActionPlanConflictState {
  readonly version: number;
  readonly actionPlan: ActionPlan;
  readonly by: string;
  readonly at: Date;
}

/** The plan that was agreed on: its goals are what the action plan answers. */
export async function readAgreedPlan(db: Db, trajectory: string): Promise<PlanOfApproach> {
  return (await readPlanRow(db, trajectory))?.content ?? emptyPlan;
}

/** How the action plan opens: each agreed goal, with what was done for it in sessions. */
export async function openFromPlan(db: Db, trajectory: string) {
  return openActionPlan(await readAgreedPlan(db, trajectory), await listSessions(db, trajectory));
}

interface Typed {
  readonly version: number;
  readonly actionPlan: ActionPlanContent;
  readonly choices: readonly PlanChoice[];
  readonly intent?: string | undefined;
  readonly voids: boolean;
}

/**
 * Saves a typed action plan, merged with what others saved since the form was opened. While both sides are asked to confirm, a
 * change makes their document void, so it has to be wanted (`voids`). Saving the same again changes nothing.
 * @throws EditConflict where two people wrote something else.
 */
export async function saveActionPlanContent(
  { db, actor, now, today }: Pick<Context<unknown>, 'db' | 'actor' | 'now' | 'today'>,
  trajectory: TrajectoryHandle,
  typed: Typed,
): Promise<{ readonly version: number; readonly parts: readonly string[]; readonly voided: boolean }> {
  const by = personOf(actor);
  const facts = await insist(db, trajectory, 'saveActionPlan', today);
  const agreed = await readAgreedPlan(db, trajectory.id);
  const remake = (changed: unknown): ActionPlan | undefined => {
    const checked = ActionPlanContentInput.safeParse(changed);
    return checked.success ? actionPlanFromForm(agreed, checked.data, newId) : undefined;
  };
  const typedPlan = actionPlanFromForm(agreed, typed.actionPlan, newId);
  const mine = withIntent(withChoices(typedPlan, typed.choices, remake), typed.intent);
  const row = await readActionPlanRow(db, trajectory.id);
  await dropDraft(db, { person: by, form: 'trajectories.actionPlan', trajectory: trajectory.id });
  if (!row) {
    const { actionPlan: opened } = await openFromPlan(db, trajectory.id);
    await addActionPlan(db, trajectory.id, opened, { content: mine, by, at: now });
    await moveOn(db, trajectory, 'saveActionPlan', facts);
    await nextActionPlanTasks(db, trajectory, ['write']);
    return { version: 1, parts: changedParts(opened, mine), voided: false };
  }
  let content = mine;
  if (typed.version !== row.version) {
    const base = await readActionPlanVersion(db, trajectory.id, typed.version);
    content = await mergeWithStored(
      db,
      base ?? { goals: [], practices: [], next: [], embedding: '' },
      mine,
      row,
      ({ content: actionPlan, ...state }): ActionPlanConflictState => ({ ...state, actionPlan }),
    );
  }
  if (sameJson(content as unknown as Json, row.content as unknown as Json))
    return { version: row.version, parts: [], voided: false };
  const voided = row.document !== null;
  if (row.document !== null) {
    if (!typed.voids) throw notNow('trajectories:actionPlan.voidsFirst');
    await voidDocument(db, row.document, now);
    await nextActionPlanTasks(db, trajectory, ['write']);
    await addTimelineEntry(db, placeOf(trajectory), {
      kind: 'trajectories.actionPlanChanged',
      day: today,
      textKey: 'trajectories:actionPlan.event.voided',
      parameters: { byPerson: by },
      link: actionPlanLink(trajectory.id),
    });
  }
  const version = await changeActionPlan(db, trajectory.id, row.version, { content, by, at: now });
  return { version, parts: changedParts(row.content, content), voided };
}

function withIntent(actionPlan: ActionPlan, intent: string | undefined): ActionPlan {
  const [, section, id] = /^remove\.(practices|next)\.(.+)$/u.exec(intent ?? '') ?? [];
  return section && id ? withoutPlanRow(actionPlan, section as 'practices' | 'next', id) : actionPlan;
}
