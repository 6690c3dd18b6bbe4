import { dateFormatter } from './formatters.ts';

/** A calendar day without time or zone, written `YYYY-MM-DD`. */
export type PlainDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists: `2024-02-30` is refused. */
export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== 'string') return false;
  const match = pattern.exec(value);
  if (!match) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}

/** The day in Brussels at an instant: the programme, its deadlines and its users live there. */
export function dayInBrussels(instant: Date): PlainDate {
  return dateFormatter('en-CA', { timeZone: 'Europe/Brussels' }).format(instant);
}

/** A day as a text takes it that writes days in its own language. Noon, so that no time zone turns it into the day before. */
export const asDate = (day: PlainDate): Date => new Date(`${day}T12:00:00`);

/** What a text is filled in with: every day among it as a date. */
export const withDates = <Value>(parameters: Readonly<Record<string, Value>>): Record<string, Value | Date> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, isPlainDate(value) ? asDate(value) : value]),
  );

export function addDays(date: PlainDate, days: number): PlainDate {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Adds calendar months; a day that the month lacks becomes its last day (31 January + 1 = 28 or 29 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const at = new Date(`${date}T00:00:00Z`);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the second lies before the first. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
