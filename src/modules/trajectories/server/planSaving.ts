import type { Context } from '#platform/server/operation.ts';
import { EditConflict, InvalidInput } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { readPeople } from '#platform/server/people.ts';
import { mergeEdits, sameJson, takeMine, type Json } from '#shared/mergeEdits.ts';
import { PlanContentInput, type PlanContent } from '../inputs.ts';
import type { PlanChoice } from '../planInputs.ts';
import { planFromForm } from '../rules/formContent.ts';
import { emptyPlan, type PlanOfApproach } from '../rules/plan.ts';
import { changedSections, withoutRow } from '../rules/planView.ts';
import { prefillPlan } from '../rules/prefillPlan.ts';
import type { TrajectoryHandle } from './handle.ts';
import { readKnownFacts } from './knownFacts.ts';
import { addPlan, changePlan, dropDraft, readPlanRow, readPlanVersion } from './planStore.ts';
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
  const mine = withIntent(withChoices(planFromForm(typed.plan, newId), typed.choices), typed.intent);
  const row = await readPlanRow(db, trajectory.id);
  await dropDraft(db, by, trajectory.id);
  if (!row) {
    const { plan: prefilled } = prefillPlan(await readKnownFacts(db, trajectory));
    await addPlan(db, trajectory.id, prefilled, { content: mine, by, at: now });
    return { version: 1, sections: changedSections(prefilled, mine) };
  }
  let content = mine;
  if (typed.version !== row.version) {
    // A form that knows no version of ours began with nothing we can trust: then every difference is shown.
    const base = (await readPlanVersion(db, trajectory.id, typed.version)) ?? emptyPlan;
    const { merged, conflicts } = mergeEdits(base, mine, row.content);
    if (conflicts.length > 0) {
      const people = await readPeople(db, row.changedBy ? [row.changedBy] : []);
      const current: PlanConflictState = {
        version: row.version,
        plan: merged,
        by: (row.changedBy && people.get(row.changedBy)?.name) || '—',
        at: row.changedAt,
      };
      throw new EditConflict(current, conflicts);
    }
    content = merged;
  }
  if (sameJson(content as unknown as Json, row.content as unknown as Json))
    return { version: row.version, sections: [] };
  const version = await changePlan(db, trajectory.id, row.version, { content, by, at: now });
  return { version, sections: changedSections(row.content, content) };
}

/** Puts one's own text back where it was chosen. What comes out is checked again: the choice came from outside. */
function withChoices(plan: PlanOfApproach, choices: readonly PlanChoice[]): PlanOfApproach {
  const wanted = choices.flatMap((choice, at) => (choice.take === 'mine' ? [{ ...choice, at }] : []));
  if (wanted.length === 0) return plan;
  const changed = wanted.reduce((so, { path, mine, at }) => {
    try {
      return takeMine(so, { segments: path.split('.'), mine: mine === '' ? undefined : (JSON.parse(mine) as Json) });
    } catch {
      throw new InvalidInput([{ path: `choices.${at}.take`, textKey: 'error.format', parameters: {} }]);
    }
  }, plan);
  const checked = PlanContentInput.safeParse(changed);
  if (!checked.success)
    throw new InvalidInput([{ path: `choices.${wanted[0]!.at}.take`, textKey: 'error.format', parameters: {} }]);
  return planFromForm(checked.data, newId);
}

function withIntent(plan: PlanOfApproach, intent: string | undefined): PlanOfApproach {
  const [, section, id] = /^remove\.(needs|goals|actions)\.(.+)$/u.exec(intent ?? '') ?? [];
  return section && id ? withoutRow(plan, section as 'needs' | 'goals' | 'actions', id) : plan;
}
