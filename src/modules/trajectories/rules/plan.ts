import { addDays, daysBetween, type PlainDate } from '#shared/dates.ts';

/**
 * Codes come from the programme's code book. Text and codes that are not known yet are `''`; numbers and days are `null`.
 */
export interface PlanNeed {
  readonly id: string;
  /** `needThemes` */
  readonly theme: string;
  readonly words: string;
  /** `needTimes`: now or later. */
  readonly horizon: string;
  /** `competenceKinds` */
  readonly kind: string;
  /** The team that it is about; empty for the whole enterprise. */
  readonly team: string;
}

export interface PlanGoal {
  readonly id: string;
  readonly needIds: readonly string[];
  readonly title: string;
  readonly expectedResult: string;
}

export interface PlanAction {
  readonly id: string;
  readonly goalId: string;
  readonly what: string;
  /** Hours of guidance, in quarters. */
  readonly hours: number | null;
  /** `participants`, with names or words in `who` beside them. */
  readonly roles: readonly string[];
  readonly who: string;
  readonly start: PlainDate | null;
  readonly end: PlainDate | null;
  readonly expectedResult: string;
  readonly partner: string;
}

export interface PlanOfApproach {
  readonly needs: readonly PlanNeed[];
  readonly goals: readonly PlanGoal[];
  readonly actions: readonly PlanAction[];
  readonly expectations: { readonly enterprise: string; readonly guide: string };
  readonly approach: {
    /** `approaches`: with everybody or from the top. */
    readonly participation: string;
    /** `approachFits`: made to measure or as it always goes. */
    readonly tailoring: string;
    /** `effects` aimed at. */
    readonly effects: readonly string[];
  };
  readonly cost: {
    /** Price of an hour of guidance, in cents. */
    readonly rateCents: number | null;
    /** What the enterprise pays itself, in cents; 0 when it pays nothing. */
    readonly ownContributionCents: number | null;
    readonly remark: string;
  };
}

export const emptyPlan: PlanOfApproach = {
  needs: [],
  goals: [],
  actions: [],
  expectations: { enterprise: '', guide: '' },
  approach: { participation: '', tailoring: '', effects: [] },
  cost: { rateCents: null, ownContributionCents: null, remark: '' },
};

/** Hours of all actions together; what has no hours yet counts as none. */
export const plannedHours = (plan: Pick<PlanOfApproach, 'actions'>): number =>
  plan.actions.reduce((sum, { hours }) => sum + Math.round((hours ?? 0) * 4), 0) / 4;

/** Hours of the actions under one goal. */
export const goalHours = (plan: Pick<PlanOfApproach, 'actions'>, goalId: string): number =>
  plannedHours({ actions: plan.actions.filter((action) => action.goalId === goalId) });

/** What the plan costs, in whole cents; null as long as the price of an hour is not known. */
export function planCost(plan: Pick<PlanOfApproach, 'actions' | 'cost'>): {
  readonly hours: number;
  readonly totalCents: number | null;
  readonly ownContributionCents: number;
  readonly programmeCents: number | null;
} {
  const hours = plannedHours(plan);
  const own = plan.cost.ownContributionCents ?? 0;
  const total = plan.cost.rateCents === null ? null : Math.round(hours * plan.cost.rateCents);
  return {
    hours,
    totalCents: total,
    ownContributionCents: own,
    programmeCents: total === null ? null : Math.max(0, total - own),
  };
}

/**
 * The hours that would be used by the end of a day if each action ran evenly from its first to its last day, in quarters.
 * This is the mark beside the bar of hours, never a judgement.
 */
export function hoursPlannedBy(plan: Pick<PlanOfApproach, 'actions'>, day: PlainDate): number {
  const hours = plan.actions.reduce((sum, { hours: planned, start, end }) => {
    if (planned === null || start === null || end === null || end < start || day < start) return sum;
    const length = daysBetween(start, addDays(end, 1));
    return sum + planned * Math.min(1, daysBetween(start, addDays(day, 1)) / length);
  }, 0);
  return Math.round(hours * 4) / 4;
}

/** The first and last day of the plan, or null while no action has both. */
export function planPeriod(
  plan: Pick<PlanOfApproach, 'actions'>,
): { readonly start: PlainDate; readonly end: PlainDate } | null {
  const dated = plan.actions.filter((action) => action.start !== null && action.end !== null);
  if (dated.length === 0) return null;
  return {
    start: dated.map((action) => action.start!).sort()[0]!,
    end: dated
      .map((action) => action.end!)
      .sort()
      .at(-1)!,
  };
}

/** Gives rows that came without an id (new rows of a form) the ones that `makeId` hands out. Rules make no ids themselves. */
export function withRowIds<Row extends { readonly id?: string | undefined }>(
  rows: readonly Row[],
  makeId: () => string,
): readonly (Row & { readonly id: string })[] {
  return rows.map((row) => ({ ...row, id: row.id ?? makeId() }));
}
