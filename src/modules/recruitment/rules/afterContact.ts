import type { PlainDate } from '#shared/dates.ts';
import { firstContactBy } from './nextContact.ts';

/**
 * The day of the next contact once one took place: the one that was agreed, else the one that stood there if it is still to
 * come, else three working days from today, so that no open lead is ever without a date.
 */
export function nextContactAfter(
  agreed: PlainDate | undefined,
  standing: PlainDate | null,
  today: PlainDate,
): PlainDate {
  if (agreed !== undefined) return agreed;
  return standing !== null && standing > today ? standing : firstContactBy(today);
}
