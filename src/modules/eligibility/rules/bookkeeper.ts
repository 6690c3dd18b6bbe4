import type { PlainDate } from '#shared/dates.ts';
import type { AccountingPeriod, EligibilityFacts } from './facts.ts';
import type { GroupPeriod } from './group/groupFacts.ts';
import { figureKeys, type FigureSource } from './provenance.ts';
import { ownPeriods } from './validity.ts';

/** How long a link to a bookkeeper works, in days. */
export const requestDays = 30;
/** So many people may be asked about one trajectory in a day: the form sends mail to any address. */
export const requestsADay = 5;

/** What matters of a request to say where it stands. */
export interface RequestFacts {
  readonly expiresAt: Date;
  readonly withdrawnAt: Date | null;
  /** The last answer to it. */
  readonly answeredAt: Date | null;
  /** The last decision on the trajectory. */
  readonly decidedAt: Date | null;
}

/** `open`: not answered yet. `answered`: can still be corrected. `used`: a decision came after it. */
export type RequestStanding = 'open' | 'answered' | 'used' | 'withdrawn' | 'expired';

/** Where a request stands at a moment. An answer stays what it is when its link expires or is withdrawn. */
export function standingOfRequest(request: RequestFacts, now: Date): RequestStanding {
  const { expiresAt, withdrawnAt, answeredAt, decidedAt } = request;
  if (answeredAt && decidedAt && decidedAt > answeredAt) return 'used';
  if (withdrawnAt) return 'withdrawn';
  if (expiresAt <= now) return 'expired';
  return answeredAt ? 'answered' : 'open';
}

/** Whether the bookkeeper may fill in now. */
export const takesFigures = (standing: RequestStanding): boolean => standing === 'open' || standing === 'answered';

/** Figures of one year as a bookkeeper confirmed them. */
export interface GivenPeriod extends AccountingPeriod {
  /** The answer that they stand in. */
  readonly answer: string;
  readonly on: PlainDate;
}

/** Of several answers the newest figures of each year; answers come newest first. */
export function newestGiven(answers: readonly GivenPeriod[]): readonly GivenPeriod[] {
  const years = new Map<number, GivenPeriod>();
  for (const given of answers) if (!years.has(given.year)) years.set(given.year, given);
  return [...years.values()].sort((one, other) => other.year - one.year);
}

/** The periods of a form with what the bookkeeper gave: of a year that was given, each figure that was given counts. */
export function withGiven(periods: readonly GroupPeriod[], given: readonly AccountingPeriod[]): readonly GroupPeriod[] {
  const years = new Set([...periods, ...given].map(({ year }) => year));
  return [...years].map((year) => {
    const told = given.find((period) => period.year === year);
    const figures = figureKeys.flatMap((key) => (told?.[key] === undefined ? [] : [[key, told[key]] as const]));
    return { year, ...periods.find((period) => period.year === year), ...Object.fromEntries(figures) };
  });
}

/** Which figures of the enterprise are those of the bookkeeper: the same year, the same figure, the same value. */
export function sourcesOf(facts: EligibilityFacts, given: readonly GivenPeriod[]): readonly FigureSource[] {
  return ownPeriods(facts).flatMap((period) =>
    figureKeys.flatMap((figure): FigureSource[] => {
      const told = given.find(({ year }) => year === period.year);
      return told?.[figure] !== undefined && told[figure] === period[figure]
        ? [{ year: period.year, figure, from: 'bookkeeper', on: told.on, id: told.answer }]
        : [];
    }),
  );
}
