import type { Context } from '#platform/server/operation.ts';
import { newId } from '#platform/server/ids.ts';
import { sameJson, type Json } from '#shared/mergeEdits.ts';
import { PlanContentInput, type PlanContent } from '../inputs.ts';
import type { PlanChoice } from '../planInputs.ts';
import { planFromForm } from '../rules/formContent.ts';
import { emptyPlan, type PlanOfApproach } from '../rules/plan.ts';
import { changedSections, withoutRow } from '../rules/planView.ts';
import { prefillPlan } from '../rules/prefillPlan.ts';
import type { TrajectoryHandle } from './handle.ts';
import { dropDraft } from './draftStore.ts';
import { readKnownFacts } from './knownFacts.ts';
import { mergeWithStored, withChoices } from './merging.ts';
import { addPlan, changePlan, readPlanRow, readPlanVersion } from './planStore.ts';
import { personOf } from './reader.ts';

/** What stands in the way when two people wrote different things: the merged plan, and from whom the other text is. */
export interface PlanConflictState {
  readonly version: number;
  readonly plan: PlanOfApproach;
  readonly by: string;
  readonly at: Date;
}

interface Typed {
  readonly version: number;
  readonly plan: PlanContent;
  readonly choices: readonly PlanChoice[];
  readonly intent?: string | undefined;
}

/**
 * Saves a typed plan, merged with what others saved since the form was opened; `version` says with what it began.
 * @throws EditConflict where both wrote something else; nothing is saved then, and the answer holds both.
 */
export async function savePlanContent(
  { db, actor, now }: Pick<Context<unknown>, 'db' | 'actor' | 'now'>,
  trajectory: TrajectoryHandle,
  typed: Typed,
): Promise<{ readonly version: number; readonly sections: readonly string[] }> {
  const by = personOf(actor);
  const mine = withIntent(withChoices(planFromForm(typed.plan, newId), typed.choices, remade), typed.intent);
  const row = await readPlanRow(db, trajectory.id);
  await dropDraft(db, { person: by, form: 'trajectories.plan', trajectory: trajectory.id });
  if (!row) {
    const { plan: prefilled } = prefillPlan(await readKnownFacts(db, trajectory));
    await addPlan(db, trajectory.id, prefilled, { content: mine, by, at: now });
    return { version: 1, sections: changedSections(prefilled, mine) };
  }
  let content = mine;
  if (typed.version !== row.version) {
    // A form that knows no version of ours began with nothing we can trust: then every difference is shown.
    const base = (await readPlanVersion(db, trajectory.id, typed.version)) ?? emptyPlan;
    content = await mergeWithStored(db, base, mine, row, ({ content: plan, ...state }): PlanConflictState => ({
      ...state,
      plan,
    }));
  }
  if (sameJson(content as unknown as Json, row.content as unknown as Json))
    return { version: row.version, sections: [] };
  const version = await changePlan(db, trajectory.id, row.version, { content, by, at: now });
  return { version, sections: changedSections(row.content, content) };
}

function remade(changed: unknown): PlanOfApproach | undefined {
  const checked = PlanContentInput.safeParse(changed);
  return checked.success ? planFromForm(checked.data, newId) : undefined;
}

function withIntent(plan: PlanOfApproach, intent: string | undefined): PlanOfApproach {
  const [, section, id] = /^remove\.(needs|goals|actions)\.(.+)$/u.exec(intent ?? '') ?? [];
  return section && id ? withoutRow(plan, section as 'needs' | 'goals' | 'actions', id) : plan;
}
