import { numberFormatter } from './formatters.ts';
import { localeTags, type Locale } from './localised.ts';

/** What somebody typed, read as a number; `decimals` = more than two digits of cents. */
export type NumberReading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: 'empty' | 'unreadable' | 'decimals' };

const unreadable = { ok: false, why: 'unreadable' } as const;

// Belgians write 1.234,56 (also with a space or an apostrophe); programs paste 1234.56 and 1,234.56.
const grouped = `[1-9]\\d{0,2}(?:[. '’]\\d{3})+`;
const commaDecimals = new RegExp(`^(\\d+|${grouped})?,(\\d+)$`, 'u');
const pointDecimals = /^(\d+|[1-9]\d{0,2}(?:[, '’]\d{3})+)?\.(\d+)$/u;
const pointThousands = /^[1-9]\d{0,2}\.\d{3}$/u;
const wholeGroups = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:[ '’]\d{3})+|(?:,\d{3}){2,})$/u;

/**
 * Reads a number as people in Belgium type it: `2,5`, `2.5`, `1.234,56`, `1 234,56`, `1,234.56`. A lone point before
 * exactly three digits separates thousands (`1.250` is 1250), as it does on every Belgian invoice; `0.250` does not.
 */
export function readNumber(typed: string): NumberReading {
  const spaced = typed.trim().replace(/\s+/gu, ' ');
  if (spaced === '') return { ok: false, why: 'empty' };
  const [, sign = '', body = ''] = /^([-−+]?) ?(.*)$/u.exec(spaced) ?? [];
  let whole = '';
  let fraction = '';
  const comma = commaDecimals.exec(body);
  const point = pointThousands.test(body) ? null : pointDecimals.exec(body);
  if (/^\d+$/u.test(body)) whole = body;
  else if (comma) [, whole = '', fraction = ''] = comma;
  else if (wholeGroups.test(body)) whole = body;
  else if (point) [, whole = '', fraction = ''] = point;
  else return unreadable;
  const digits = whole.replace(/\D/gu, '');
  // Beyond fifteen digits a double no longer holds what was typed.
  if (digits.length + fraction.length > 15) return unreadable;
  const value = Number(`${digits || '0'}.${fraction || '0'}`);
  return { ok: true, value: value !== 0 && (sign === '-' || sign === '−') ? -value : value };
}

const hourWord = '(?:uren|uur|u|heures?|hours?|hrs?|h|stunden?|std)';
const minuteWord = `(?:minuten|minutes?|min|m|'|’)`;
const hoursAndMinutes = new RegExp(`^(\\d{1,4}) ?(?:${hourWord}\\.?|:) ?([0-5]?\\d) ?(?:${minuteWord}\\.?)?$`, 'iu');
const minutesOnly = new RegExp(`^(\\d{1,5}) ?${minuteWord}\\.?$`, 'iu');
const hoursOnly = new RegExp(`^(.*?) ?${hourWord}\\.?$`, 'iu');

/** Reads hours, as a decimal number: `2,5`, `2u30`, `2:30`, `2 h 30 min`, `45 min`, `3 uur`. */
export function readHours(typed: string): NumberReading {
  const spaced = typed.trim().replace(/\s+/gu, ' ');
  if (spaced === '') return { ok: false, why: 'empty' };
  const both = hoursAndMinutes.exec(spaced);
  if (both) return { ok: true, value: Number(both[1]) + Number(both[2]) / 60 };
  const minutes = minutesOnly.exec(spaced);
  if (minutes) return { ok: true, value: Number(minutes[1]) / 60 };
  const reading = readNumber(hoursOnly.exec(spaced)?.[1] ?? spaced);
  return !reading.ok && reading.why === 'empty' ? unreadable : reading;
}

/** Reads an amount in euros (`€ 1.234,56`, `12 euro`) as whole cents. */
export function readEuroCents(typed: string): NumberReading {
  if (typed.trim() === '') return { ok: false, why: 'empty' };
  const bare = typed.trim().replace(/^(?:€|euro|eur)\s*|\s*(?:€|euro|eur)$/giu, '');
  const reading = readNumber(bare);
  if (!reading.ok) return unreadable;
  const cents = reading.value * 100;
  if (Math.abs(cents - Math.round(cents)) > 1e-6 * Math.max(1, Math.abs(cents) * 1e-6))
    return { ok: false, why: 'decimals' };
  return { ok: true, value: Math.round(cents) };
}

/** `1234.5` → `1.234,5` in every language of the house: Belgium writes a decimal comma in all of them. */
export function formatNumber(value: number, locale: Locale, decimals = 2): string {
  return numberFormatter(localeTags[locale], { maximumFractionDigits: decimals }).format(value);
}

const hourSign: Readonly<Record<Locale, string>> = { nl: 'u', en: 'h', fr: 'h', de: 'Std.' };

/** `2.5` → `2,5 u`, with a space that does not break. */
export function formatHours(hours: number, locale: Locale): string {
  return `${formatNumber(hours, locale)}\u00a0${hourSign[locale]}`;
}

/** Whole cents → `€ 1.234,50`; round amounts lose their empty cents: `€ 7.500`. */
export function formatEuro(cents: number, locale: Locale): string {
  return numberFormatter(localeTags[locale], {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(cents / 100);
}
