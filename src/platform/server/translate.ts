import type { Locale } from '#shared/localised.ts';
import { catalogOf, textFor, type Parameters } from '#platform/text/index.ts';
import { errorTexts } from '#platform/text/errors/index.ts';

/**
 * A text by its full key: `module:key`, or a key of the platform's own error texts. For texts that data or a refusal
 * names (timeline lines, tasks, reasons); pages name theirs directly.
 */
export function translate(textKey: string, locale: Locale, parameters: Parameters = {}): string {
  const colon = textKey.indexOf(':');
  if (colon < 0) return textFor(errorTexts, locale)(textKey as never, parameters);
  const texts = catalogOf(textKey.slice(0, colon));
  if (!texts) throw new Error(`No texts of ${textKey.slice(0, colon)} are loaded, needed for ${textKey}`);
  return textFor(texts, locale)(textKey.slice(colon + 1), parameters);
}
