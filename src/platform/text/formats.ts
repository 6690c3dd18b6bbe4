import { dateFormatter, numberFormatter } from '#shared/formatters.ts';
import { localeTags, type Locale } from '#shared/localised.ts';
import type { PlainDate } from '#shared/dates.ts';

/** «21 november 2026». */
export function formatDate(day: PlainDate, locale: Locale, style: 'long' | 'short' | 'month' = 'long'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'long'
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : style === 'short'
        ? { day: 'numeric', month: 'short' }
        : { month: 'long', year: 'numeric' };
  return dateFormatter(localeTags[locale], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** An instant as people in Brussels read it: «21 november 2026 om 14:30». */
export function formatMoment(instant: Date | string, locale: Locale): string {
  return dateFormatter(localeTags[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  }).format(new Date(instant));
}

/** Cents as «€ 19.502,55». */
export function formatMoney(cents: number, locale: Locale): string {
  return numberFormatter(localeTags[locale], { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

export function formatNumber(value: number, locale: Locale, fraction = 2): string {
  return numberFormatter(localeTags[locale], { maximumFractionDigits: fraction }).format(value);
}
