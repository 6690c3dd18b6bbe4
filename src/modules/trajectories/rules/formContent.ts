import { keepAgreed, type ActionPlan, type AgreedGoal, type AnchoredPractice, type NextAction } from './actionPlan.ts';
import { withRowIds, type PlanAction, type PlanGoal, type PlanNeed, type PlanOfApproach } from './plan.ts';

type Row<Whole extends { readonly id: string }> = Omit<Whole, 'id'> & { readonly id?: string | undefined };

/** A plan as it comes from a form: new rows have no id yet. */
export type TypedPlan = Omit<PlanOfApproach, 'needs' | 'goals' | 'actions'> & {
  readonly needs: readonly Row<PlanNeed>[];
  readonly goals: readonly Row<PlanGoal>[];
  readonly actions: readonly Row<PlanAction>[];
};

/** A plan from a form made whole: new rows get an id from `makeId`, known rows keep theirs. */
export function planFromForm(typed: TypedPlan, makeId: () => string): PlanOfApproach {
  return {
    ...typed,
    needs: withRowIds(typed.needs, makeId),
    goals: withRowIds(typed.goals, makeId),
    actions: withRowIds(typed.actions, makeId),
  };
}

/** An action plan as it comes from a form: without the agreed texts, which nobody can type over. */
export interface TypedActionPlan {
  readonly goals: readonly Omit<AgreedGoal, 'title' | 'agreed'>[];
  readonly practices: readonly Row<AnchoredPractice>[];
  readonly next: readonly Row<NextAction>[];
  readonly embedding: string;
}

/** An action plan from a form made whole: agreed texts from the approved plan, ids for new rows. */
export function actionPlanFromForm(
  plan: Pick<PlanOfApproach, 'goals'>,
  typed: TypedActionPlan,
  makeId: () => string,
): ActionPlan {
  return {
    goals: keepAgreed(plan, typed.goals),
    practices: withRowIds(typed.practices, makeId),
    next: withRowIds(typed.next, makeId),
    embedding: typed.embedding,
  };
}
