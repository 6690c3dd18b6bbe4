import type { PlainDate } from '#shared/dates.ts';
import { emptyPlan, type PlanGoal, type PlanNeed, type PlanOfApproach } from './plan.ts';

/** What is known before the plan begins. Texts are in the language that the plan is written in. */
export interface KnownFacts {
  readonly intake: {
    readonly on: PlainDate;
    readonly question: string;
    readonly themes: readonly string[];
    readonly expectation: string;
  } | null;
  readonly scan: {
    readonly on: PlainDate;
    /** Next steps that the enterprise's scan suggests; `theme` when the step belongs to one. */
    readonly nextSteps: readonly { readonly theme: string | null; readonly title: string }[];
  } | null;
  readonly programme: { readonly rateCents: number | null };
}

/** Where a value of the first plan comes from: shown beside the field. `path` is the form's, as in a finding. */
export interface PlanSource {
  readonly path: string;
  readonly from: 'intake' | 'scan' | 'programme';
  /** `source.intake`, `source.scan` or `source.programme`. */
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * A first plan from what the enterprise told already: a need for each theme of the intake (the first in the words of its
 * question), then for each theme that only the scan names; a goal for each next step of the scan. Hours, people and dates
 * are left open: nobody has said them yet. Ids are `need-1`, `goal-1` …, the same for the same facts.
 */
export function prefillPlan(known: KnownFacts): {
  readonly plan: PlanOfApproach;
  readonly sources: readonly PlanSource[];
} {
  const sources: PlanSource[] = [];
  const note = (path: string, from: PlanSource['from'], day?: PlainDate) =>
    sources.push({ path, from, key: `source.${from}`, params: day === undefined ? {} : { day } });

  const needs: PlanNeed[] = [];
  const addNeed = (theme: string, from: 'intake' | 'scan', day: PlainDate): PlanNeed => {
    const found = needs.find((need) => need.theme === theme);
    if (found) return found;
    const need: PlanNeed = { id: `need-${needs.length + 1}`, theme, words: '', horizon: '', kind: '', team: '' };
    note(`needs.${needs.length}.theme`, from, day);
    needs.push(need);
    return need;
  };

  const { intake, scan } = known;
  if (intake) {
    for (const theme of intake.themes) addNeed(theme, 'intake', intake.on);
    if (intake.question !== '') {
      // A question without a theme still is a need: the theme is for the guide to name.
      needs[0] = {
        ...(needs[0] ?? { id: 'need-1', theme: '', horizon: '', kind: '', team: '' }),
        words: intake.question,
      };
      note('needs.0.words', 'intake', intake.on);
    }
  }

  const goals: PlanGoal[] = [];
  for (const step of scan?.nextSteps ?? []) {
    if (step.title === '') continue;
    const need = step.theme === null || step.theme === '' ? undefined : addNeed(step.theme, 'scan', scan!.on);
    note(`goals.${goals.length}.title`, 'scan', scan!.on);
    if (need) note(`goals.${goals.length}.needIds`, 'scan', scan!.on);
    goals.push({
      id: `goal-${goals.length + 1}`,
      needIds: need ? [need.id] : [],
      title: step.title,
      expectedResult: '',
    });
  }

  const expectation = intake?.expectation ?? '';
  if (intake && expectation !== '') note('expectations.enterprise', 'intake', intake.on);
  if (known.programme.rateCents !== null) note('cost.rateCents', 'programme');
  return {
    plan: {
      ...emptyPlan,
      needs,
      goals,
      expectations: { enterprise: expectation, guide: '' },
      cost: { ...emptyPlan.cost, rateCents: known.programme.rateCents },
    },
    sources,
  };
}
