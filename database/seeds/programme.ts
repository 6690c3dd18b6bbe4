import type { PlainDate } from '#shared/dates.ts';
import { addDays } from '#shared/dates.ts';

export { competentiechecks2023 as programme } from '#modules/programmes/index.ts';

/** The day on which the example lives: everything in it lies some days before or after. */
export const seedDay: PlainDate = '2026-11-02';

/** A day so many days after the seed day; negative for before. */
export type Day = (offset: number) => PlainDate;

export const dayFrom =
  (day: PlainDate): Day =>
  (offset) =>
    addDays(day, offset);

/** The example runs its two years around the seed day, in the sixteenth month, so that there is something to do. */
export const exampleRun = { from: '2025-08-01', until: '2027-07-31', example: true } as const;
