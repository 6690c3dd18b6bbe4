import { codeLabel, type CodeList } from '#modules/programmes/index.ts';
import { dayText } from '#shared/dayText.ts';
import { formatEuro, formatHours } from '#shared/hours.ts';
import type { Locale } from '#shared/localised.ts';
import { isPlainDate } from '#shared/dates.ts';
import type { Translate } from '#platform/text/index.ts';
import type { texts } from '../text/index.ts';

type Key = keyof typeof texts.catalogs.nl;

/** The rows of a plan or of its form, to name places by. */
type PlanRows = Readonly<Record<'needs' | 'goals' | 'actions', readonly { readonly id: string }[]>>;

/** Which code book a field of the plan speaks. */
const lists: Readonly<Record<string, CodeList>> = {
  theme: 'needThemes',
  horizon: 'needTimes',
  kind: 'competenceKinds',
  roles: 'participants',
  participation: 'approaches',
  tailoring: 'approachFits',
  effects: 'effects',
};

const fieldKeys: Readonly<Record<string, Key>> = {
  'needs.theme': 'plan.need.theme',
  'needs.words': 'plan.need.words',
  'needs.horizon': 'plan.need.horizon',
  'needs.kind': 'plan.need.kind',
  'needs.team': 'plan.need.team',
  'goals.title': 'plan.goal.title',
  'goals.needIds': 'plan.goal.needs',
  'goals.expectedResult': 'plan.goal.expectedResult',
  'actions.goalId': 'plan.action.goal',
  'actions.what': 'plan.action.what',
  'actions.hours': 'plan.action.hours',
  'actions.roles': 'plan.action.roles',
  'actions.who': 'plan.action.who',
  'actions.start': 'plan.action.start',
  'actions.end': 'plan.action.end',
  'actions.expectedResult': 'plan.action.expectedResult',
  'actions.partner': 'plan.action.partner',
  'expectations.enterprise': 'plan.expectations.enterprise',
  'expectations.guide': 'plan.expectations.guide',
  'approach.participation': 'plan.approach.participation',
  'approach.tailoring': 'plan.approach.tailoring',
  'approach.effects': 'plan.approach.effects',
  'cost.rateCents': 'plan.cost.rate',
  'cost.ownContributionCents': 'plan.cost.own',
  'cost.remark': 'plan.cost.remark',
};
const rowKeys: Readonly<Record<string, Key>> = { needs: 'plan.need', goals: 'plan.goal', actions: 'plan.action' };

/** A place in the plan in words: `goals.g1.title` is «Doel 2: Wat wordt er beter?». A row that is gone has no number. */
export function placeInWords(path: string, plan: PlanRows, t: Translate<Key>): string {
  const [section = '', second = '', third] = path.split('.');
  const row = rowKeys[section];
  if (!row) return t(fieldKeys[`${section}.${second}`] ?? 'plan.title');
  const rows = plan[section as keyof PlanRows];
  const at = rows.findIndex(({ id }) => id === second);
  const name = t(row, { number: at < 0 ? rows.length + 1 : at + 1 });
  const field = third && fieldKeys[`${section}.${third}`];
  return field ? `${name}: ${t(field)}` : name;
}

/** A value of the plan as people read it, for two texts side by side: codes by their label, a row by its filled-in fields. */
export function valueInWords(
  value: unknown,
  field: string,
  { plan, locale, t }: { plan: PlanRows; locale: Locale; t: Translate<Key> },
): string {
  if (value === undefined) return t('merge.removed');
  if (value === null || value === '') return t('plan.page.nothing');
  if (typeof value === 'number')
    return field.endsWith('Cents') ? formatEuro(value, locale) : formatHours(value, locale);
  if (Array.isArray(value)) {
    const items = value.map((item) => valueInWords(item, field, { plan, locale, t }));
    return items.length > 0 ? items.join(', ') : t('plan.page.nothing');
  }
  if (typeof value === 'string') {
    const list = lists[field];
    if (list) return codeLabel(list, value, locale);
    if (field === 'needIds') return placeInWords(`needs.${value}`, plan, t);
    if (field === 'goalId') return placeInWords(`goals.${value}`, plan, t);
    return isPlainDate(value) ? dayText(value, locale) : value;
  }
  return Object.entries(value as object)
    .filter(
      ([key, inner]) => key !== 'id' && inner !== '' && inner !== null && !(Array.isArray(inner) && inner.length === 0),
    )
    .map(([key, inner]) => valueInWords(inner, key, { plan, locale, t }))
    .join(' · ');
}
