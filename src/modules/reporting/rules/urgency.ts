import { addDays, type PlainDate } from '#shared/dates.ts';

/** The groups of a home page, in this order. */
export const urgencies = ['late', 'week', 'later'] as const;
export type Urgency = (typeof urgencies)[number];

/** The Sunday that ends the week of a day: people plan by the week that stands on the calendar. */
export function endOfWeek(day: PlainDate): PlainDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (7 - weekday) % 7);
}

/** How pressing a task is: due before today is late, due today is not; without a date there is no hurry. */
export function urgency(due: PlainDate | null, today: PlainDate): Urgency {
  if (due === null) return 'later';
  if (due < today) return 'late';
  return due <= endOfWeek(today) ? 'week' : 'later';
}
