import { dateFormatter } from './formatters.ts';
import { isPlainDate, type PlainDate } from './dates.ts';
import { localeTags, type Locale } from './localised.ts';

/** A day as people read it: `31 maart 2024`, or `31/03/2024` when `short`. */
export function dayText(day: PlainDate, locale: Locale, style: 'long' | 'short' = 'long'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'long'
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : { day: '2-digit', month: '2-digit', year: 'numeric' };
  return dateFormatter(localeTags[locale], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/**
 * The parameters of a finding or a reason, made readable: rules hand out days as `YYYY-MM-DD`, since what they say is
 * stored and sent as data; a sentence shows them in the reader's way. Numbers stay numbers for the text to format.
 */
export function readableParameters(
  parameters: Readonly<Record<string, string | number>>,
  locale: Locale,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, isPlainDate(value) ? dayText(value, locale) : value]),
  );
}
