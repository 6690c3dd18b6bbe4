import type { PlainDate } from '#shared/dates.ts';
import { addWorkingDays } from '#shared/workingDays.ts';

/** Working days within which somebody hears from us. */
export const contactWithin = 3;

/** The day by which a new or handed-over lead is contacted, unless somebody plans another. */
export const firstContactBy = (on: PlainDate): PlainDate => addWorkingDays(on, contactWithin);

/** Is the next contact late? The day itself is still in time. */
export const isContactLate = (nextContactOn: PlainDate | null, today: PlainDate): boolean =>
  nextContactOn !== null && nextContactOn < today;
