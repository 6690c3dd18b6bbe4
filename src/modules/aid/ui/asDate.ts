import type { PlainDate } from '#shared/dates.ts';

/** A day as the texts take it, which write it in their own language. Noon, so that no time zone turns it into the day before. */
export const asDate = (day: PlainDate): Date => new Date(`${day}T12:00:00`);
