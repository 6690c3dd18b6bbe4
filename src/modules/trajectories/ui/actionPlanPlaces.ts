import { codeLabel } from '#modules/programmes/index.ts';
import type { Translate } from '#platform/text/index.ts';
import { isPlainDate } from '#shared/dates.ts';
import { dayText } from '#shared/dayText.ts';
import type { Locale } from '#shared/localised.ts';
import type { texts } from '../text/index.ts';
import type { ActionPlanFields } from './actionPlanForm.ts';

type Key = keyof typeof texts.catalogs.nl;

const lists = { outcome: 'goalOutcomes', reason: 'outcomeReasons', embedding: 'embeddings' } as const;

/** A place in the action plan in words: `goals.g1.result` is «Doel 1: Wat is er bereikt?». A row that is gone has no number. */
export function actionPlanPlace(path: string, fields: ActionPlanFields, t: Translate<Key>): string {
  const [section, id, field] = path.split('.');
  if (section === 'embedding') return t('actionPlan.embedding');
  const all = fields[section as 'goals' | 'practices' | 'next'] ?? [];
  const number = all.findIndex((one) => one.id === id) + 1;
  const [row, label] = {
    goals: [t('plan.goal', { number }), t(`actionPlan.${(field ?? 'result') as 'result'}`)],
    practices: [t('actionPlan.practice', { number }), t(`actionPlan.practice.${(field ?? 'what') as 'what'}`)],
    next: [t('actionPlan.step', { number }), t(`actionPlan.next.${(field ?? 'what') as 'what'}`)],
  }[section as 'goals' | 'practices' | 'next'] ?? [t('actionPlan.title'), path];
  return number === 0 ? label! : field ? `${row}: ${label}` : row!;
}

/** A value of the action plan as people read it: codes by their label, a row by what it is about. */
export function actionPlanValue(
  path: string,
  value: unknown,
  { locale, t }: { locale: Locale; t: Translate<Key> },
): string {
  const [section, , field] = path.split('.');
  if (value === undefined) return t('merge.removed');
  if (value === null || value === '') return t('actionPlan.notFilled');
  if (typeof value === 'object') return String((value as { what?: string }).what ?? t('actionPlan.notFilled'));
  if (isPlainDate(value)) return dayText(value, locale);
  const list = section === 'embedding' ? undefined : lists[field as keyof typeof lists];
  return list ? codeLabel(list, String(value), locale) : String(value);
}
