import { daysBetween, type PlainDate } from '#shared/dates.ts';

export interface Period {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/**
 * How many of a target one would have by now if they came evenly over the programme; undefined before it starts and once
 * it has ended, when the target itself is the measure.
 */
export function expectedByNow(target: number, { startsOn, endsOn }: Period, today: PlainDate): number | undefined {
  const length = daysBetween(startsOn, endsOn) + 1;
  const passed = daysBetween(startsOn, today);
  if (length <= 0 || passed < 0 || passed >= length) return undefined;
  return Math.round((target * passed) / length);
}
