import { addMonths, type PlainDate } from '#shared/dates.ts';
import { sizeBands, type LeadState, type SizeBand, type Stage } from './codes.ts';
import { expectedByNow, type Period } from './pace.ts';

/** A kept count: how many (or, for `hours` and the cents that are `booked`, how much) of something at a place. */
export interface CountRow {
  readonly what: 'trajectories' | 'leads' | 'reached' | 'reached_in_month' | 'hours' | 'taken' | 'booked';
  readonly lot: string | null;
  readonly provider: string | null;
  /** Of a trajectory or a lead; of a place that is `taken`: granted or reserved. `''` otherwise. */
  readonly state: string;
  /** Of a reached enterprise; `''` otherwise. */
  readonly size: string;
  /** First day of the month, for `reached_in_month`. */
  readonly month: PlainDate;
  readonly amount: number;
}

type Pick = Partial<Omit<CountRow, 'amount' | 'state' | 'size'>> & {
  readonly state?: readonly string[];
  readonly size?: readonly string[];
};

/** The sum of what fits. */
export function sumOf(rows: readonly CountRow[], { state, size, ...exact }: Pick): number {
  const keys = Object.keys(exact) as (keyof typeof exact)[];
  return rows.reduce(
    (total, row) =>
      keys.every((key) => row[key] === exact[key]) &&
      (!state || state.includes(row.state)) &&
      (!size || size.includes(row.size))
        ? total + row.amount
        : total,
    0,
  );
}

export const openLeadStates: readonly LeadState[] = ['new', 'taken', 'handed_over'];
export const startingStages: readonly Stage[] = ['intake', 'eligibility', 'agreement', 'planning'];
const guidedStages: readonly Stage[] = ['guidance', 'closing'];
const endedStages: readonly Stage[] = ['follow_up', 'completed'];

/** How many leads or trajectories stand in each state; states without any are left out. */
export function countsByState<State extends string>(
  rows: readonly CountRow[],
  what: 'trajectories' | 'leads',
  states: readonly State[],
): { readonly state: State; readonly count: number }[] {
  return states
    .map((state) => ({ state, count: sumOf(rows, { what, state: [state] }) }))
    .filter(({ count }) => count > 0);
}

/** What stands at a place: open leads, trajectories by how far they are, enterprises reached (and how many are small), hours. */
export function standingOf(rows: readonly CountRow[], place: { readonly lot?: string; readonly provider?: string }) {
  const sizes = (wanted: readonly SizeBand[]) => sumOf(rows, { what: 'reached', size: wanted, ...place });
  return {
    openLeads: sumOf(rows, { what: 'leads', state: openLeadStates, ...place }),
    starting: sumOf(rows, { what: 'trajectories', state: startingStages, ...place }),
    guided: sumOf(rows, { what: 'trajectories', state: guidedStages, ...place }),
    ended: sumOf(rows, { what: 'trajectories', state: endedStages, ...place }),
    reached: sizes(sizeBands),
    small: sizes(['micro', 'small']),
    known: sizes(['micro', 'small', 'medium', 'large']),
    hours: sumOf(rows, { what: 'hours', ...place }),
  };
}

/** How somebody keeps up with an even pace. */
export type Pace = 'ahead' | 'on' | 'behind';

/**
 * Behind is clearly behind: under three quarters of what an even pace would give, and by at least two; one enterprise
 * more or less says nothing. Ahead is the mirror of it.
 */
export function paceOf(reached: number, expected: number | null): Pace | null {
  if (expected === null) return null;
  if (expected - reached >= 2 && reached < 0.75 * expected) return 'behind';
  return reached - expected >= 2 && reached > 1.25 * expected ? 'ahead' : 'on';
}

/** Equal shares of a target, whole, that together are the target: the first ones get what is left over. */
export function equalShares(target: number, parts: number): number[] {
  const least = parts > 0 ? Math.floor(target / parts) : 0;
  return Array.from({ length: parts }, (_, at) => least + (at < target - least * parts ? 1 : 0));
}

/** One point a month: how many were reached by its end, and how many an even pace would have given. */
export interface MonthPoint {
  readonly month: PlainDate;
  readonly reached: number;
  readonly expected: number;
}

/** From the first month of the programme until this one (or its last); empty before it starts. */
export function reachByMonth(
  rows: readonly CountRow[],
  target: number,
  period: Period,
  today: PlainDate,
  place: { readonly lot?: string; readonly provider?: string } = {},
): MonthPoint[] {
  const points: MonthPoint[] = [];
  const last = today < period.endsOn ? today : period.endsOn;
  let reached = sumOf(
    rows.filter(({ month }) => month < firstOfMonth(period.startsOn)),
    { what: 'reached_in_month', ...place },
  );
  for (let month = firstOfMonth(period.startsOn); month <= last; month = addMonths(month, 1)) {
    reached += sumOf(rows, { what: 'reached_in_month', month, ...place });
    const end = addMonths(month, 1) < last ? addMonths(month, 1) : last;
    points.push({ month, reached, expected: expectedByNow(target, period, end) ?? target });
  }
  return points;
}

export const firstOfMonth = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01`;
