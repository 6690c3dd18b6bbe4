import { addMonths, type PlainDate } from '#shared/dates.ts';
import { known, type DeclaredAid, type EligibilityFacts } from './facts.ts';
import { aidRegulations, holdsOn, regulationId, separateRegulations, type AidRegulation } from './parameters.ts';
import type { Tri } from './sizeClass.ts';

/** What the declared aid leaves room for on the day of the new grant. Money in whole cents. */
export interface DeMinimis {
  readonly regulation: string;
  readonly ceilingCents: number;
  readonly period: AidRegulation['period'];
  /** Both days count. */
  readonly window: { readonly from: PlainDate; readonly to: PlainDate };
  /** Earlier aid within the window. */
  readonly usedCents: number;
  /** Aid that may have to be added: its day is not known, or it falls under a regulation with a ceiling of its own. */
  readonly unclearCents: number;
  /** A line in the window of which the amount is not known. */
  readonly amountMissing: boolean;
  /** A line with a day after the decision: a slip, or aid that was granted meanwhile. */
  readonly later: readonly PlainDate[];
  /** Aid of exactly the first day of a rolling window: the law is silent, so it counts. */
  readonly onFirstDay: readonly PlainDate[];
  readonly roomCents: number;
  readonly grantCents: number | undefined;
  /** True: the whole grant fits. False: it does not, and then none of it may be granted. Undefined: cannot be said yet. */
  readonly allowed: Tri;
}

export type AidFacts = Pick<EligibilityFacts, 'date' | 'grant' | 'declaredAid' | 'fiscalYearStartMonth'>;

/**
 * The regulation under which the new aid is granted: the one named, if it may be used on that day, else none; without a name
 * the one in force. Which one it is follows from the day of granting, never from the day of payment.
 */
export function regulationFor(date: PlainDate, named?: string): AidRegulation | undefined {
  if (named === undefined || named.trim() === '') return aidRegulations.find((regulation) => holdsOn(regulation, date));
  const id = regulationId(named);
  return aidRegulations.find(
    (regulation) =>
      regulation.id === id && regulation.from <= date && date <= (regulation.usableUntil ?? regulation.until ?? date),
  );
}

/**
 * The first and last day of which earlier aid counts. Rolling: from the same day three years before, that day included
 * (safe side). Fiscal years: from the first day of the fiscal year two before the current one.
 */
export function aidWindow(
  regulation: AidRegulation,
  date: PlainDate,
  fiscalYearStartMonth = 1,
): { readonly from: PlainDate; readonly to: PlainDate } {
  const { kind, years } = regulation.period;
  if (kind === 'rolling_years') return { from: addMonths(date, -12 * years), to: date };
  const month =
    Number.isInteger(fiscalYearStartMonth) && fiscalYearStartMonth >= 1 && fiscalYearStartMonth <= 12
      ? fiscalYearStartMonth
      : 1;
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < month ? 1 : 0) - (years - 1);
  return { from: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`, to: date };
}

/**
 * Room under the ceiling for one single undertaking, whose aid lines are all given. The whole grant is refused when the
 * total would exceed the ceiling; reaching it exactly is allowed. Undefined when no regulation fits the day.
 */
export function deMinimis(facts: AidFacts): DeMinimis | undefined {
  const regulation = regulationFor(facts.date, facts.grant.regulation);
  if (!regulation) return undefined;
  const window = aidWindow(regulation, facts.date, facts.fiscalYearStartMonth);
  const lines = facts.declaredAid ?? [];
  const inWindow = (line: DeclaredAid) =>
    line.date === undefined || (line.date >= window.from && line.date <= window.to);
  const relevant = lines.filter((line) => inWindow(line) && known(line.amountCents) !== 0);
  const certain = relevant.filter((line) => line.date !== undefined && !isSeparate(line));
  const unclear = relevant.filter((line) => line.date === undefined || isSeparate(line));
  const usedCents = total(certain);
  const unclearCents = total(unclear);
  const amountMissing = relevant.some(({ amountCents }) => known(amountCents) === undefined);
  const later = daysOf(lines.filter(({ date }) => date !== undefined && date > window.to));
  const rolling = regulation.period.kind === 'rolling_years';
  const grantCents = known(facts.grant.amountCents);
  const { ceilingCents } = regulation;
  const open = facts.declaredAid === undefined || amountMissing || later.length > 0 || grantCents === undefined;
  const allowed: Tri =
    usedCents + (grantCents ?? 0) > ceilingCents
      ? false
      : open || usedCents + unclearCents + grantCents > ceilingCents
        ? undefined
        : true;
  return {
    regulation: regulation.id,
    ceilingCents,
    period: regulation.period,
    window,
    usedCents,
    unclearCents,
    amountMissing,
    later,
    onFirstDay: rolling ? daysOf(certain.filter(({ date }) => date === window.from)) : [],
    roomCents: Math.max(0, ceilingCents - usedCents),
    grantCents,
    allowed,
  };
}

const isSeparate = (line: DeclaredAid) =>
  line.regulation !== undefined && separateRegulations.some(({ id }) => id === regulationId(line.regulation!));

const total = (lines: readonly DeclaredAid[]) =>
  lines.reduce((sum, { amountCents }) => sum + (known(amountCents) ?? 0), 0);

const daysOf = (lines: readonly DeclaredAid[]): readonly PlainDate[] =>
  [...new Set(lines.map(({ date }) => date).filter((date) => date !== undefined))].sort();
