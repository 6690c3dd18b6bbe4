import { addDays, isPlainDate, type PlainDate } from '#shared/dates.ts';

/** A week from Monday to Sunday. */
export interface Week {
  readonly monday: PlainDate;
  readonly sunday: PlainDate;
  readonly days: readonly PlainDate[];
  readonly previous: PlainDate;
  readonly next: PlainDate;
}

/** The week that a day lies in, by the calendar on the wall: Monday first. */
export function weekOf(day: PlainDate): Week {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const monday = addDays(day, -((weekday + 6) % 7));
  return {
    monday,
    sunday: addDays(monday, 6),
    days: [0, 1, 2, 3, 4, 5, 6].map((at) => addDays(monday, at)),
    previous: addDays(monday, -7),
    next: addDays(monday, 7),
  };
}

/** The day that an address asks for; today when it asks for none, or for one that does not exist or lies a century away. */
export function askedDay(text: string | undefined, today: PlainDate): PlainDate {
  return isPlainDate(text) && text >= '2000-01-10' && text <= '2099-12-20' ? text : today;
}
