import { readEuroCents, readHours } from '#shared/hours.ts';
import type { PlanAction, PlanGoal, PlanNeed, PlanOfApproach } from '../rules/plan.ts';

/** The plan as its form holds it: everything that is typed is text, also when it is no number or day yet. */
export interface PlanForm {
  needs: Mutable<PlanNeed>[];
  goals: (Omit<Mutable<PlanGoal>, 'needIds'> & { needIds: string[] })[];
  actions: (Omit<Mutable<PlanAction>, 'hours' | 'start' | 'end' | 'roles'> & {
    hours: string;
    start: string;
    end: string;
    roles: string[];
  })[];
  expectations: { enterprise: string; guide: string };
  approach: { participation: string; tailoring: string; effects: string[] };
  cost: { rateCents: string; ownContributionCents: string; remark: string };
}
type Mutable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

export type PlanSection = 'needs' | 'goals' | 'actions';

const decimals = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
const euros = (cents: number | null) =>
  cents === null ? '' : cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',');

/** A saved plan as form fields, numbers as people in Belgium write them. */
export function formOf(plan: PlanOfApproach): PlanForm {
  return {
    needs: plan.needs.map((need) => ({ ...need })),
    goals: plan.goals.map((goal) => ({ ...goal, needIds: [...goal.needIds] })),
    actions: plan.actions.map((action) => ({
      ...action,
      hours: decimals(action.hours),
      start: action.start ?? '',
      end: action.end ?? '',
      roles: [...action.roles],
    })),
    expectations: { ...plan.expectations },
    approach: { ...plan.approach, effects: [...plan.approach.effects] },
    cost: {
      rateCents: euros(plan.cost.rateCents),
      ownContributionCents: euros(plan.cost.ownContributionCents),
      remark: plan.cost.remark,
    },
  };
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const rowsOf = (value: unknown): Fields[] =>
  (Array.isArray(value) ? value : Object.values(fieldsOf(value))).map(fieldsOf);
const ticksOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? [value] : Object.values(fieldsOf(value))).filter(
    (tick): tick is string => typeof tick === 'string' && tick !== '',
  );

/** Fields as they came back from a form that was not accepted, or out of a draft: nothing typed is lost, nothing else trusted. */
export function formFrom(values: unknown): PlanForm {
  const { needs, goals, actions, expectations, approach, cost } = fieldsOf(values);
  return {
    needs: rowsOf(needs).map((row) => ({
      id: textOf(row.id),
      theme: textOf(row.theme),
      words: textOf(row.words),
      horizon: textOf(row.horizon),
      kind: textOf(row.kind),
      team: textOf(row.team),
    })),
    goals: rowsOf(goals).map((row) => ({
      id: textOf(row.id),
      needIds: ticksOf(row.needIds),
      title: textOf(row.title),
      expectedResult: textOf(row.expectedResult),
    })),
    actions: rowsOf(actions).map((row) => ({
      ...emptyAction(textOf(row.id), textOf(row.goalId)),
      ...typedAction(row),
    })),
    expectations: {
      enterprise: textOf(fieldsOf(expectations).enterprise),
      guide: textOf(fieldsOf(expectations).guide),
    },
    approach: {
      participation: textOf(fieldsOf(approach).participation),
      tailoring: textOf(fieldsOf(approach).tailoring),
      effects: ticksOf(fieldsOf(approach).effects),
    },
    cost: {
      rateCents: textOf(fieldsOf(cost).rateCents),
      ownContributionCents: textOf(fieldsOf(cost).ownContributionCents),
      remark: textOf(fieldsOf(cost).remark),
    },
  };
}

function typedAction(row: Fields) {
  return {
    what: textOf(row.what),
    hours: textOf(row.hours),
    roles: ticksOf(row.roles),
    who: textOf(row.who),
    start: textOf(row.start),
    end: textOf(row.end),
    expectedResult: textOf(row.expectedResult),
    partner: textOf(row.partner),
  };
}

export const emptyNeed = (id: string): PlanForm['needs'][number] => ({
  id,
  theme: '',
  words: '',
  horizon: '',
  kind: '',
  team: '',
});
export const emptyGoal = (id: string): PlanForm['goals'][number] => ({
  id,
  needIds: [],
  title: '',
  expectedResult: '',
});
export const emptyAction = (id: string, goalId: string): PlanForm['actions'][number] => ({
  id,
  goalId,
  what: '',
  hours: '',
  roles: [],
  who: '',
  start: '',
  end: '',
  expectedResult: '',
  partner: '',
});

/** The form with one empty row more; an action stands under its goal. */
export function withEmptyRow(form: PlanForm, section: PlanSection, id: string, goalId = ''): PlanForm {
  switch (section) {
    case 'needs':
      return { ...form, needs: [...form.needs, emptyNeed(id)] };
    case 'goals':
      return { ...form, goals: [...form.goals, emptyGoal(id)] };
    case 'actions':
      return { ...form, actions: [...form.actions, emptyAction(id, goalId)] };
  }
}

/** Hours of all actions as typed so far; what is no number counts as none. */
export function typedHours(form: Pick<PlanForm, 'actions'>): number {
  return form.actions.reduce((sum, { hours }) => {
    const reading = readHours(hours);
    return reading.ok && reading.value > 0 ? sum + Math.round(reading.value * 4) / 4 : sum;
  }, 0);
}

/** What the plan costs as typed so far, in cents; null while the price of an hour is no amount. */
export function typedCost(form: PlanForm): { readonly total: number; readonly programme: number } | null {
  const rate = readEuroCents(form.cost.rateCents);
  if (!rate.ok) return null;
  const total = Math.round(typedHours(form) * rate.value);
  const own = readEuroCents(form.cost.ownContributionCents);
  return { total, programme: Math.max(0, total - (own.ok ? own.value : 0)) };
}
