import { addDays, addMonths, type PlainDate } from '#shared/dates.ts';
import type { PlanOfApproach } from './plan.ts';
import { sumHours, type Session } from './sessions.ts';

/** `goalOutcomes` of the code book. */
export const goalOutcomes = ['done', 'partly', 'different', 'not_done'] as const;
export type GoalOutcome = (typeof goalOutcomes)[number];

/** A goal of the approved plan and what came of it. `id`, `title` and `agreed` are the plan's and do not change. */
export interface AgreedGoal {
  readonly id: string;
  readonly title: string;
  readonly agreed: string;
  readonly outcome: GoalOutcome | '';
  /** What was done, in words. */
  readonly result: string;
  /** `outcomeReasons` of the code book, asked when it went otherwise than agreed. */
  readonly reason: string;
  readonly why: string;
}

/** Something that stays: a practice that became a habit. */
export interface AnchoredPractice {
  readonly id: string;
  readonly what: string;
  /** `embeddings` of the code book. */
  readonly embedding: string;
  readonly owner: string;
  readonly since: PlainDate | null;
}

export interface NextAction {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  readonly on: PlainDate | null;
}

export interface ActionPlan {
  readonly goals: readonly AgreedGoal[];
  readonly practices: readonly AnchoredPractice[];
  readonly next: readonly NextAction[];
  /** How it stays alive: when it is looked at again, by whom, with which people. */
  readonly embedding: string;
}

/** What was done for a goal, from the sessions: shown beside the goal, so that nobody types it again. */
export interface GoalEvidence {
  readonly goalId: string;
  readonly sessions: number;
  readonly hours: number;
  readonly lastOn: PlainDate | null;
}

/**
 * The action plan as it opens: each goal of the approved plan with what was agreed, and next to it the sessions whose theme
 * is that of one of its needs. What came of the goal stays open: that is for the enterprise and its guide to say.
 */
export function openActionPlan(
  plan: Pick<PlanOfApproach, 'goals' | 'needs'>,
  sessions: readonly Pick<Session, 'theme' | 'hours' | 'on'>[],
): { readonly actionPlan: ActionPlan; readonly evidence: readonly GoalEvidence[] } {
  const goals = plan.goals.map((goal): AgreedGoal => ({
    id: goal.id,
    title: goal.title,
    agreed: goal.expectedResult,
    outcome: '',
    result: '',
    reason: '',
    why: '',
  }));
  const evidence = plan.goals.map((goal) => {
    const themes = plan.needs
      .filter((need) => goal.needIds.includes(need.id) && need.theme !== '')
      .map((need) => need.theme);
    const own = sessions.filter((session) => themes.includes(session.theme));
    return {
      goalId: goal.id,
      sessions: own.length,
      hours: sumHours(own),
      lastOn:
        own
          .map(({ on }) => on)
          .sort()
          .at(-1) ?? null,
    };
  });
  return { actionPlan: { goals, practices: [], next: [], embedding: '' }, evidence };
}

/** What came in from a form, with the agreed part of each goal put back as the plan has it: it cannot be typed over. */
export function keepAgreed(
  plan: Pick<PlanOfApproach, 'goals'>,
  given: readonly (Pick<AgreedGoal, 'id'> & Partial<Omit<AgreedGoal, 'id' | 'title' | 'agreed'>>)[],
): readonly AgreedGoal[] {
  return plan.goals.map((goal) => {
    const typed = given.find((candidate) => candidate.id === goal.id);
    return {
      id: goal.id,
      title: goal.title,
      agreed: goal.expectedResult,
      outcome: typed?.outcome ?? '',
      result: typed?.result ?? '',
      reason: typed?.reason ?? '',
      why: typed?.why ?? '',
    };
  });
}

/** Support that passes on to the enterprise: hours given, times the price of an hour, in whole cents. */
export function supportGiven(
  sessions: readonly Pick<Session, 'hours'>[],
  rateCents: number,
): { readonly hours: number; readonly amountCents: number } {
  const hours = sumHours(sessions);
  return { hours, amountCents: Math.round(hours * rateCents) };
}

export const followUpMonths = [3, 6, 12] as const;
/** Days before the follow-up on which its people hear of it; 0 is the day itself. */
export const reminderDays = [14, 0] as const;

export interface FollowUp {
  readonly months: number;
  readonly on: PlainDate;
  readonly reminders: readonly PlainDate[];
}

/**
 * When somebody asks how it goes: 3, 6 and 12 months after sealing (or the programme's own months). A day that a month lacks
 * becomes its last day, counted from the sealing each time: 30 November gives 28 February and then 30 May.
 */
export function followUps(sealedOn: PlainDate, months: readonly number[] = followUpMonths): readonly FollowUp[] {
  return months.map((count) => {
    const on = addMonths(sealedOn, count);
    return { months: count, on, reminders: reminderDays.map((days) => addDays(on, -days)) };
  });
}
