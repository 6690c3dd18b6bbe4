import { codeLabel, type CodeList } from '#modules/programmes/index.ts';
import type { Translate } from '#platform/text/index.ts';
import { dayText } from '#shared/dayText.ts';
import { formatEuro, formatHours } from '#shared/hours.ts';
import type { Locale } from '#shared/localised.ts';
import type { ActionPlan } from '../rules/actionPlan.ts';
import type { VersionPart } from '../rules/compareVersions.ts';
import type { PlanOfApproach } from '../rules/plan.ts';
import type { texts } from '../text/index.ts';

type Key = keyof typeof texts.catalogs.nl;
type Field = VersionPart['fields'][number];

/** How values read in one language; nothing reads as nothing, so that what was filled in later shows as added. */
function speaking(locale: Locale, t: Translate<Key>) {
  return {
    field: (id: string, label: Key, text: string): Field => ({ id, label: t(label), text }),
    code: (list: CodeList, id: string) => (id === '' ? '' : codeLabel(list, id, locale)),
    codes: (list: CodeList, ids: readonly string[]) => ids.map((id) => codeLabel(list, id, locale)).join(', '),
    day: (day: string | null) => (day === null ? '' : dayText(day, locale)),
    hours: (hours: number | null) => (hours === null ? '' : formatHours(hours, locale)),
    euro: (cents: number | null) => (cents === null ? '' : formatEuro(cents, locale)),
  };
}

/** A plan of approach as parts in words. */
export function planParts(plan: PlanOfApproach, locale: Locale, t: Translate<Key>): VersionPart[] {
  const { field, code, codes, day, hours, euro } = speaking(locale, t);
  const titleOf = (rows: readonly { id: string }[], id: string, key: 'plan.need' | 'plan.goal') => {
    const at = rows.findIndex((row) => row.id === id);
    return at < 0 ? '' : t(key, { number: at + 1 });
  };
  return [
    ...plan.needs.map((need, at): VersionPart => ({
      id: `needs.${need.id}`,
      section: t('plan.needs'),
      title: t('plan.need', { number: at + 1 }),
      fields: [
        field('theme', 'plan.need.theme', code('needThemes', need.theme)),
        field('words', 'plan.need.words', need.words),
        field('horizon', 'plan.need.horizon', code('needTimes', need.horizon)),
        field('kind', 'plan.need.kind', code('competenceKinds', need.kind)),
        field('team', 'plan.need.team', need.team),
      ],
    })),
    ...plan.goals.map((goal, at): VersionPart => ({
      id: `goals.${goal.id}`,
      section: t('plan.goals'),
      title: t('plan.goal', { number: at + 1 }),
      fields: [
        field('title', 'plan.goal.title', goal.title),
        field('needs', 'plan.goal.needs', goal.needIds.map((id) => titleOf(plan.needs, id, 'plan.need')).join(', ')),
        field('result', 'plan.goal.expectedResult', goal.expectedResult),
      ],
    })),
    ...plan.actions.map((action, at): VersionPart => ({
      id: `actions.${action.id}`,
      section: t('plan.actions'),
      title: t('plan.action', { number: at + 1 }),
      fields: [
        field('goal', 'plan.action.goal', titleOf(plan.goals, action.goalId, 'plan.goal')),
        field('what', 'plan.action.what', action.what),
        field('hours', 'plan.action.hours', hours(action.hours)),
        field('roles', 'plan.action.roles', codes('participants', action.roles)),
        field('who', 'plan.action.who', action.who),
        field('start', 'plan.action.start', day(action.start)),
        field('end', 'plan.action.end', day(action.end)),
        field('result', 'plan.action.expectedResult', action.expectedResult),
        field('partner', 'plan.action.partner', action.partner),
      ],
    })),
    {
      id: 'expectations',
      section: t('plan.expectations'),
      title: '',
      fields: [
        field('enterprise', 'plan.expectations.enterprise', plan.expectations.enterprise),
        field('guide', 'plan.expectations.guide', plan.expectations.guide),
      ],
    },
    {
      id: 'approach',
      section: t('plan.approach'),
      title: '',
      fields: [
        field('participation', 'plan.approach.participation', code('approaches', plan.approach.participation)),
        field('tailoring', 'plan.approach.tailoring', code('approachFits', plan.approach.tailoring)),
        field('effects', 'plan.approach.effects', codes('effects', plan.approach.effects)),
      ],
    },
    {
      id: 'cost',
      section: t('plan.cost'),
      title: '',
      fields: [
        field('rate', 'plan.cost.rate', euro(plan.cost.rateCents)),
        field('own', 'plan.cost.own', euro(plan.cost.ownContributionCents)),
        field('remark', 'plan.cost.remark', plan.cost.remark),
      ],
    },
  ];
}

/** An action plan as parts in words. */
export function actionPlanParts(plan: ActionPlan, locale: Locale, t: Translate<Key>): VersionPart[] {
  const { field, code, day } = speaking(locale, t);
  return [
    ...plan.goals.map((goal, at): VersionPart => ({
      id: `goals.${goal.id}`,
      section: t('actionPlan.goals'),
      title: t('actionPlan.goal', { number: at + 1, title: goal.title }),
      fields: [
        field('agreed', 'actionPlan.agreed', goal.agreed),
        field('outcome', 'actionPlan.outcome', code('goalOutcomes', goal.outcome)),
        field('result', 'actionPlan.result', goal.result),
        field('reason', 'actionPlan.reason', code('outcomeReasons', goal.reason)),
        field('why', 'actionPlan.why', goal.why),
      ],
    })),
    ...plan.practices.map((practice, at): VersionPart => ({
      id: `practices.${practice.id}`,
      section: t('actionPlan.practices'),
      title: t('actionPlan.practice', { number: at + 1 }),
      fields: [
        field('what', 'actionPlan.practice.what', practice.what),
        field('embedding', 'actionPlan.practice.embedding', code('embeddings', practice.embedding)),
        field('owner', 'actionPlan.practice.owner', practice.owner),
        field('since', 'actionPlan.practice.since', day(practice.since)),
      ],
    })),
    ...plan.next.map((step, at): VersionPart => ({
      id: `next.${step.id}`,
      section: t('actionPlan.next'),
      title: t('actionPlan.step', { number: at + 1 }),
      fields: [
        field('what', 'actionPlan.next.what', step.what),
        field('owner', 'actionPlan.next.owner', step.owner),
        field('on', 'actionPlan.next.on', day(step.on)),
      ],
    })),
    {
      id: 'embedding',
      section: t('actionPlan.embedding'),
      title: '',
      fields: [field('embedding', 'actionPlan.embedding', plan.embedding)],
    },
  ];
}
