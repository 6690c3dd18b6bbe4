import { sameJson, type Json } from '#shared/mergeEdits.ts';
import type { Finding } from './findings.ts';
import type { PlanOfApproach } from './plan.ts';
import type { PlanSource } from './prefillPlan.ts';
import type { Permission, PlanState } from './states.ts';

/** A remark of who read the plan: `section` is '' for the whole, a section (`cost`), or a row by its id (`goals.goal-1`). */
export interface PlanRemark {
  readonly section: string;
  readonly words: string;
}

export interface PlanVerdict {
  readonly outcome: 'approved' | 'returned';
  readonly at: Date;
  readonly by: string;
  readonly remarks: readonly PlanRemark[];
}

/** One time that the plan was submitted; newest first. */
export interface PlanSubmission {
  readonly submission: number;
  readonly at: Date;
  readonly by: string;
  readonly hours: number;
  readonly goals: number;
  readonly verdict: PlanVerdict | null;
}

/** What the plan's page shows: the same for who writes, who reads and who judges; `may` says what the reader can do now. */
export interface PlanView {
  readonly state: PlanState;
  /** 0 while nobody saved: `plan` then is the prefilled first plan. */
  readonly version: number;
  readonly plan: PlanOfApproach;
  /** Where values come from that stand there as they were found. */
  readonly sources: readonly PlanSource[];
  readonly findings: readonly Finding[];
  readonly changed: { readonly at: Date; readonly by: string } | null;
  readonly writes: boolean;
  readonly judges: boolean;
  /** There are versions that the reader may compare. */
  readonly versions: boolean;
  readonly may: Readonly<Record<'save' | 'submit' | 'withdraw' | 'approve' | 'return', Permission>>;
  /** The last verdict, with its remarks; null for who reads from the enterprise. */
  readonly lastVerdict: PlanVerdict | null;
  readonly submissions: readonly PlanSubmission[];
  /** What the reader was typing when they left, newer than what is saved. `plan` holds the fields of the form. */
  readonly draft: { readonly savedAt: Date; readonly version: number; readonly plan: unknown } | null;
}

const rowOf = (plan: PlanOfApproach, path: string): { readonly id?: string; readonly value: Json | undefined } => {
  const [section, at, field] = path.split('.');
  const part = plan[section as keyof PlanOfApproach] as unknown;
  if (Array.isArray(part)) {
    const row = part[Number(at)] as Record<string, Json> | undefined;
    return { id: String(row?.id ?? ''), value: row?.[field ?? ''] };
  }
  return { value: (part as Record<string, Json>)[at ?? ''] };
};

/**
 * The sources of a prefilled plan that still hold for the plan as it stands: the row is there and its value was not changed.
 * Paths follow the row to its present place.
 */
export function sourcesThatHold(
  plan: PlanOfApproach,
  prefilled: { readonly plan: PlanOfApproach; readonly sources: readonly PlanSource[] },
): readonly PlanSource[] {
  return prefilled.sources.flatMap((source) => {
    const [section, , field] = source.path.split('.');
    const { id, value } = rowOf(prefilled.plan, source.path);
    if (id === undefined) return sameJson(value, rowOf(plan, source.path).value) ? [source] : [];
    const at = (plan[section as 'needs' | 'goals'] as readonly { id: string }[]).findIndex((row) => row.id === id);
    const path = `${section}.${at}.${field}`;
    return at >= 0 && sameJson(value, rowOf(plan, path).value) ? [{ ...source, path }] : [];
  });
}

/** Which sections of a plan differ, for the trail. */
export function changedSections(before: PlanOfApproach, after: PlanOfApproach): readonly string[] {
  return (Object.keys(after) as (keyof PlanOfApproach)[]).filter(
    (section) => !sameJson(before[section] as unknown as Json, after[section] as unknown as Json),
  );
}

/** The name of the place of a remark, as the plan is numbered now: key of a text and its parameters. */
export function remarkPlace(
  section: string,
  plan: PlanOfApproach,
): { readonly key: PlaceKey; readonly params: Readonly<Record<string, number>> } {
  const [part, row] = section.split('.');
  const named = (
    rows: readonly { readonly id: string }[],
    one: PlaceKey,
    all: PlaceKey,
  ): ReturnType<typeof remarkPlace> => {
    const number = rows.findIndex(({ id }) => id === row) + 1;
    return number > 0 ? { key: one, params: { number } } : { key: all, params: {} };
  };
  switch (part) {
    case 'needs':
      return named(plan.needs, 'plan.need', 'plan.needs');
    case 'goals':
      return named(plan.goals, 'plan.goal', 'plan.goals');
    case 'actions':
      return named(plan.actions, 'plan.action', 'plan.actions');
    case 'expectations':
    case 'approach':
    case 'cost':
      return { key: `plan.${part}`, params: {} };
    default:
      return { key: 'plan.title', params: {} };
  }
}

type PlaceKey =
  'plan.title' | `plan.${'need' | 'goal' | 'action'}${'' | 's'}` | `plan.${'expectations' | 'approach' | 'cost'}`;

/** A plan without one of its rows. With a goal its actions go too: they belong to it. */
export function withoutRow(plan: PlanOfApproach, section: 'needs' | 'goals' | 'actions', id: string): PlanOfApproach {
  const kept = <Row extends { readonly id: string }>(rows: readonly Row[]) => rows.filter((row) => row.id !== id);
  switch (section) {
    case 'needs':
      return {
        ...plan,
        needs: kept(plan.needs),
        goals: plan.goals.map((goal) => ({ ...goal, needIds: goal.needIds.filter((need) => need !== id) })),
      };
    case 'goals':
      return { ...plan, goals: kept(plan.goals), actions: plan.actions.filter((action) => action.goalId !== id) };
    case 'actions':
      return { ...plan, actions: kept(plan.actions) };
  }
}
