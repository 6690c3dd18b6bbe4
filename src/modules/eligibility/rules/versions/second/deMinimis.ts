import { addMonths, type PlainDate } from '#shared/dates.ts';
import {
  aidLimits,
  aidRegulations,
  familyOf,
  regulationId,
  regulationInForce,
  usableOn,
  type AidFamily,
  type AidRegulation,
} from './aidParameters.ts';
import { known, type EligibilityFacts } from './facts.ts';
import { singleUndertaking, type UndertakingAid } from './group/singleUndertaking.ts';
import type { Tri } from './sizeClass.ts';

/** One ceiling with what stands against it. */
export interface LimitUse {
  readonly regulation: string;
  readonly ceilingCents: number;
  readonly window: { readonly from: PlainDate; readonly to: PlainDate };
  readonly usedCents: number;
  readonly roomCents: number;
}

/** What the declared aid leaves room for on the day of the new grant. Money in whole cents. */
export interface DeMinimis {
  readonly regulation: string;
  readonly ceilingCents: number;
  readonly period: AidRegulation['period'];
  /** Both days count. */
  readonly window: { readonly from: PlainDate; readonly to: PlainDate };
  /** Earlier aid within the window that counts against the ceiling. */
  readonly usedCents: number;
  /** Aid that may have to be added: its day is not known, or nobody said who used it after a split. */
  readonly unclearCents: number;
  /** A line in the window of which the amount is not known. */
  readonly amountMissing: boolean;
  /** A line with a day after the decision: a slip, or aid that was granted meanwhile. */
  readonly later: readonly PlainDate[];
  /** Aid of exactly the first day of a rolling window: the law is silent, so it counts. */
  readonly onFirstDay: readonly PlainDate[];
  /** Under every ceiling that holds, so it may be less than ceiling minus use. */
  readonly roomCents: number;
  readonly grantCents: number | undefined;
  /** True: the whole grant fits. False: it does not, and then none of it may be granted. Undefined: cannot be said yet. */
  readonly allowed: Tri;
  /** Ceilings over several kinds of aid together, where such aid was declared. */
  readonly together?: readonly LimitUse[] | undefined;
  /** The ceiling is that of road freight. */
  readonly roadFreight?: boolean | undefined;
  /** Who counts as one for aid; undefined for an enterprise that stands alone. */
  readonly undertaking?: readonly string[] | undefined;
  /** Aid that a merger or split brought here or took along. */
  readonly moved?: readonly { readonly from: string; readonly amountCents: number }[] | undefined;
}

export type AidFacts = Pick<
  EligibilityFacts,
  'date' | 'grant' | 'declaredAid' | 'fiscalYearStartMonth' | 'group' | 'roadFreight'
>;

/**
 * The regulation under which the new aid is granted: the one named, if it may be used on that day, else none; without a name
 * the general one in force. Which one it is follows from the day of granting, never from the day of payment.
 */
export function regulationFor(date: PlainDate, named?: string): AidRegulation | undefined {
  if (named === undefined || named.trim() === '') return regulationInForce('general', date);
  const id = regulationId(named);
  return aidRegulations.find((regulation) => regulation.id === id && usableOn(regulation, date));
}

/**
 * The first and last day of which earlier aid counts. Rolling: from the same day three years before, that day included
 * (safe side). Fiscal years: from the first day of the fiscal year two before the current one.
 */
export function aidWindow(
  regulation: Pick<AidRegulation, 'period'>,
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
 * Room for one single undertaking under every ceiling that the new grant has to stay under. The whole grant is refused when
 * a total would exceed its ceiling; reaching it exactly is allowed. Undefined when no regulation fits the day.
 */
export function deMinimis(facts: AidFacts): DeMinimis | undefined {
  const regulation = regulationFor(facts.date, facts.grant.regulation);
  if (!regulation) return undefined;
  const undertaking = facts.group ? singleUndertaking(facts.group, facts.declaredAid ?? [], facts.date) : undefined;
  const lines = undertaking?.aid ?? facts.declaredAid ?? [];
  const grantCents = known(facts.grant.amountCents);
  const [own, ...others] = limitsOf(facts, regulation).map((limit) => standing(limit, lines, grantCents));
  const declaresOther = lines.some(({ regulation: named }) => familyOf(named) !== regulation.family);
  const together = declaresOther ? others : [];
  const every = [own!, ...together];

  const later = daysOf(lines.filter(({ date }) => date !== undefined && date > facts.date));
  const amountMissing = every.some((limit) => limit.amountMissing);
  const open = facts.declaredAid === undefined || amountMissing || later.length > 0 || grantCents === undefined;
  const allowed: Tri = every.some(({ exceeded }) => exceeded)
    ? false
    : open || every.some(({ doubtful }) => doubtful)
      ? undefined
      : true;
  const { certain, usedCents, unclearCents, ceilingCents, window } = own!;
  const moved = certain.filter((line): line is UndertakingAid & { movedFrom: string } => line.movedFrom !== undefined);
  return {
    regulation: regulation.id,
    ceilingCents,
    period: regulation.period,
    window,
    usedCents,
    unclearCents,
    amountMissing,
    later,
    onFirstDay:
      regulation.period.kind === 'rolling_years' ? daysOf(certain.filter(({ date }) => date === window.from)) : [],
    roomCents: Math.min(...every.map(({ roomCents }) => roomCents)),
    grantCents,
    allowed,
    ...(together.length > 0 && { together: together.map(useOf) }),
    ...(ceilingCents !== regulation.ceilingCents && { roadFreight: true }),
    ...(undertaking && { undertaking: undertaking.members }),
    ...(moved.length > 0 && {
      moved: moved.map(({ movedFrom, amountCents }) => ({ from: movedFrom, amountCents: known(amountCents) ?? 0 })),
    }),
  };
}

interface Limit {
  readonly regulation: AidRegulation;
  readonly ceilingCents: number;
  readonly counts: readonly AidFamily[];
  readonly window: { readonly from: PlainDate; readonly to: PlainDate };
}

/** The ceilings that hold for a grant under `regulation`, its own first. */
function limitsOf(facts: AidFacts, regulation: AidRegulation): readonly Limit[] {
  return aidLimits[regulation.family].flatMap(({ ceilingOf, counts }) => {
    const ceiling = ceilingOf === regulation.family ? regulation : regulationInForce(ceilingOf, facts.date);
    if (!ceiling) return [];
    return {
      regulation: ceiling,
      ceilingCents: (facts.roadFreight === true ? ceiling.roadFreightCeilingCents : undefined) ?? ceiling.ceilingCents,
      counts,
      window: aidWindow(ceiling, facts.date, facts.fiscalYearStartMonth),
    };
  });
}

interface Standing extends Limit {
  readonly certain: readonly UndertakingAid[];
  readonly usedCents: number;
  readonly unclearCents: number;
  readonly amountMissing: boolean;
  readonly roomCents: number;
  /** Too much already. */
  readonly exceeded: boolean;
  /** Too much if all that is not clear counts. */
  readonly doubtful: boolean;
}

function standing(limit: Limit, lines: readonly UndertakingAid[], grantCents: number | undefined): Standing {
  const { window, counts, ceilingCents } = limit;
  const relevant = lines.filter(
    ({ date, amountCents, regulation }) =>
      (date === undefined || (date >= window.from && date <= window.to)) &&
      known(amountCents) !== 0 &&
      counts.includes(familyOf(regulation)),
  );
  const isClear = ({ date, unclear }: UndertakingAid) => date !== undefined && unclear !== true;
  const certain = relevant.filter(isClear);
  const usedCents = total(certain);
  const unclearCents = total(relevant.filter((line) => !isClear(line)));
  return {
    ...limit,
    certain,
    usedCents,
    unclearCents,
    amountMissing: relevant.some(({ amountCents }) => known(amountCents) === undefined),
    roomCents: Math.max(0, ceilingCents - usedCents),
    exceeded: usedCents + (grantCents ?? 0) > ceilingCents,
    doubtful: usedCents + unclearCents + (grantCents ?? 0) > ceilingCents,
  };
}

const useOf = ({ regulation, ceilingCents, window, usedCents, roomCents }: Standing): LimitUse => ({
  regulation: regulation.id,
  ceilingCents,
  window,
  usedCents,
  roomCents,
});

const total = (lines: readonly UndertakingAid[]) =>
  lines.reduce((sum, { amountCents }) => sum + (known(amountCents) ?? 0), 0);

const daysOf = (lines: readonly UndertakingAid[]): readonly PlainDate[] =>
  [...new Set(lines.map(({ date }) => date).filter((date) => date !== undefined))].sort();
