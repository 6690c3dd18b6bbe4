import { findItem, optionsOf, type Item } from '#modules/questionnaires/index.ts';
import type { Locale } from '#shared/localised.ts';
import type { PublishedScan } from '../definition/scan.ts';
import { statementOrder } from '../rules/parts.ts';
import type { QuestionView, ScanFormView } from '../rules/views.ts';

/** Seconds that a statement takes: read, think, tap. */
const secondsEach = 20;

/** One version of the scan as a form in one language. */
export function formView(
  { questionnaire, model, version }: PublishedScan,
  locale: Locale,
): Omit<ScanFormView, 'today' | 'joins' | 'change'> {
  const order = statementOrder(questionnaire, model);
  const question = (item: Item): QuestionView => ({
    id: item.id,
    text: item.text[locale],
    example: item.example?.[locale] ?? '',
    options: optionsOf(questionnaire, item).map(({ value, label, unknown }) => ({
      value,
      label: label[locale],
      ...(unknown ? { quiet: true } : {}),
    })),
  });
  const about = (id: string): QuestionView => question(findItem(questionnaire, id)!);
  return {
    version,
    total: order.length,
    fewest: model.fewestKnown,
    about: {
      role: about('about.role'),
      workers: about('about.workers'),
      exact: about('about.workersExact'),
    },
    parts: questionnaire.sections
      .map(({ id, title, items }) => ({
        id,
        title: title[locale],
        statements: items
          .filter((item) => order.includes(item.id))
          .map((item) => {
            const place = order.indexOf(item.id);
            return {
              ...question(item),
              n: place + 1,
              minutes: Math.ceil(((order.length - place) * secondsEach) / 60),
            };
          }),
      }))
      .filter(({ statements }) => statements.length > 0),
  };
}
