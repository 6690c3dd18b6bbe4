import { addDays, type PlainDate } from '#shared/dates.ts';
import { belgianHolidays } from '#shared/workingDays.ts';
import type { Stream, Times } from './choices.ts';

export interface Clock {
  readonly day: PlainDate;
  /** Monday is 1, Sunday 7. */
  readonly weekday: number;
  readonly hour: number;
}

const wall = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Brussels',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});

/** What the clocks in Brussels show: an hour that is skipped in spring never shows, one that comes twice in autumn shows twice. */
export function brusselsClock(now: Date): Clock {
  const parts = Object.fromEntries(wall.formatToParts(now).map(({ type, value }) => [type, value]));
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`;
  return { day, weekday: weekdayOf(day), hour: Number(parts['hour']) };
}

const weekdayOf = (day: PlainDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Whether somebody wants no mail at all on a day. */
export function isQuiet(day: PlainDate, { quietDays, quietHolidays }: Times): boolean {
  return (
    quietDays.includes(weekdayOf(day)) || (quietHolidays && belgianHolidays(Number(day.slice(0, 4))).includes(day))
  );
}

/** Whether mail may come now. */
export function isOpen(now: Date, times: Times): boolean {
  const { day, hour } = brusselsClock(now);
  return hour >= times.fromHour && hour < times.untilHour && !isQuiet(day, times);
}

/**
 * The period whose digest may leave now: one a day, or one a week on the chosen weekday (a later day of that week when that one was
 * quiet). Null when it is not the time. The same period comes back all day long: whoever sends keeps which ones were done.
 */
export function periodAt(stream: Exclude<Stream, 'once'>, now: Date, times: Times): string | null {
  if (!isOpen(now, times)) return null;
  const { day, weekday } = brusselsClock(now);
  if (stream === 'daily') return `daily:${day}`;
  return weekday >= times.weekday ? `weekly:${addDays(day, 1 - weekday)}` : null;
}

/** What is told at once has no period but the moment from which nothing was told yet. */
export const periodSince = (since: Date): string => `once:${since.toISOString()}`;
