import { textFor } from '#platform/text/index.ts';
import type { Locale } from '#shared/localised.ts';
import type { ImportProblem } from '../rules/importProblem.ts';
import { officeTexts } from './index.ts';

/** A problem in words: where it is, what is wrong, how to mend it. */
export function describeProblem(
  { code, file, line, column, params = {} }: ImportProblem,
  locale: Locale,
): { readonly place: string; readonly what: string; readonly cure: string } {
  const t = textFor(officeTexts, locale);
  const onLine = line === undefined ? file : t('place.line', { file, line: String(line) });
  return {
    place: column === undefined ? onLine : t('place.column', { place: onLine, column }),
    what: t(`problem.${code}`, params),
    cure: t(`problem.${code}.cure`, params),
  };
}
