import type { PlainDate } from '#shared/dates.ts';

/** Something with a day in somebody's calendar; an id of ours, so that the same thing is the same event for ever. */
export interface CalendarItem {
  readonly uid: string;
  readonly day: PlainDate;
  readonly group: string;
  /** Only for a calendar with names. */
  readonly enterpriseName: string | null;
  readonly link: string;
  /** How often it changed. */
  readonly revision: number;
  readonly changedAt: Date;
}

/** How far a calendar looks back, so that what was missed does not vanish. */
export const daysBack = 60;
/** More events than a person can use would only make the file heavy. */
export const mostItems = 500;

/** What an event is called: what it is about, and the enterprise only where somebody asked for names. */
export function eventTitle(item: CalendarItem, about: string, names: boolean): string {
  return names && item.enterpriseName ? `${about}: ${item.enterpriseName}` : about;
}
