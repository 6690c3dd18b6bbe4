import type { Reason } from '#shared/decision.ts';
import { known, type AccountingPeriod, type EligibilityFacts } from './facts.ts';
import { sizeOfGroup, type GroupSize } from './group/sizeOfGroup.ts';
import { groupReasons, missingOfMembers, openReasons } from './ownershipCondition.ts';
import { newestPeriod, ownershipThresholds, sizeCeilings, type SizeCeiling } from './parameters.ts';
import { fillYears, sizeOfYears, within, type SizeResult, type YearFigures } from './sizeClass.ts';
import { euro, reason, type Verdict } from './verdict.ts';

const medium = sizeCeilings.at(-1)!;

/** What the size is judged on: an enterprise that stands alone, or one with all that counts with it. */
interface Basis {
  /** Oldest first. */
  readonly years: readonly YearFigures[];
  readonly size: SizeResult;
  /** Everything about the ownership is known. */
  readonly certain: boolean;
  readonly ownership: readonly Reason[];
  /** Percent that public bodies hold, when that is too much. */
  readonly publicShare: number | undefined;
  readonly missing: readonly Reason[];
  readonly estimated: boolean;
}

export interface SmeJudgement {
  readonly verdict: Verdict;
  readonly size: SizeResult;
  readonly group: GroupSize | undefined;
}

/**
 * Is it an SME (annex, art. 2 to 6)? With the ownership as a graph, the figures of all that counts with it; without, for an
 * enterprise that stands alone. Ownership that is not known never gives a yes: the figures of a group only add, so "too
 * large" holds already, "small enough" does not.
 */
export function judgeSme(facts: EligibilityFacts): SmeJudgement {
  const group = facts.group ? sizeOfGroup(facts.group, facts.date) : undefined;
  const basis = group ? basisOfGroup(group) : basisAlone(facts);
  const { years, size, ownership, certain } = basis;
  const answer = (holds: Verdict['holds'], reasons: readonly Reason[]): SmeJudgement => ({
    verdict: { condition: 'sme', holds, reasons },
    size,
    group,
  });
  const time = years.length > 0 ? timeProblem(years, facts) : undefined;

  if (basis.publicShare !== undefined)
    return answer('no', [
      reason('against', 'publicHolding', { share: basis.publicShare }),
      ...sizeReasons(size, years),
    ]);
  if (years.length === 0) return answer('unknown', [reason('missing', 'noFigures'), ...missingOnly(ownership)]);
  if (time) return answer('unknown', [time, ...missingOnly(ownership)]);
  if (size.isSme === false) return answer('no', [...sizeReasons(size, years), ...(group ? explaining(ownership) : [])]);
  if (size.isSme === undefined) return answer('unknown', [...basis.missing, ...missingOnly(ownership)]);
  const newcomer = basis.estimated ? [reason('for', 'newEnterprise')] : [];
  return answer(certain ? 'yes' : 'unknown', [...sizeReasons(size, years), ...newcomer, ...ownership]);
}

function basisAlone(facts: EligibilityFacts): Basis {
  const years = yearsAlone(facts);
  return {
    years,
    size: sizeOfYears(years),
    certain: facts.standAlone === true,
    ownership: ownershipReasons(facts),
    publicShare: facts.publicHolding25 === true ? ownershipThresholds.publicFrom : undefined,
    missing: missingFigures(years),
    estimated: facts.periods.length === 0,
  };
}

function basisOfGroup(group: GroupSize): Basis {
  const { years, size, publicHolding } = group;
  // An answer that changes the class but not whether it is an SME may stay open.
  const open = size.isSme === undefined ? openReasons(group) : [];
  return {
    years,
    size,
    certain: open.length === 0,
    ownership: [...groupReasons(group), ...open],
    publicShare: publicHolding.tooMuch ? publicHolding.share : undefined,
    missing: missingOfMembers(group),
    estimated: group.estimated,
  };
}

/** The closed periods, or the estimate of a new enterprise as a period of this year. */
export function yearsAlone(facts: EligibilityFacts): readonly AccountingPeriod[] {
  const { periods, newEnterpriseEstimate: estimate } = facts;
  if (periods.length > 0) return fillYears(periods);
  return estimate ? [{ ...estimate, year: yearOf(facts) }] : [];
}

const yearOf = ({ date }: Pick<EligibilityFacts, 'date'>) => Number(date.slice(0, 4));

function timeProblem(periods: readonly AccountingPeriod[], facts: EligibilityFacts): Reason | undefined {
  const newest = periods.at(-1)!.year;
  if (newest > yearOf(facts)) return reason('missing', 'periodInFuture', { year: newest });
  if (newest < yearOf(facts) - newestPeriod.yearsBack)
    return reason('missing', 'periodsTooOld', { year: newest, needed: yearOf(facts) - 1 });
  return undefined;
}

function ownershipReasons(facts: EligibilityFacts): readonly Reason[] {
  if (facts.standAlone === true) return [reason('for', 'standAlone')];
  return [reason('missing', facts.standAlone === false ? 'partOfGroup' : 'standAloneUnknown')];
}

const explaining = (reasons: readonly Reason[]) => reasons.filter(({ weight }) => weight === 'for');
const missingOnly = (reasons: readonly Reason[]) => reasons.filter(({ weight }) => weight === 'missing');

/** The figures that lead to the class, against the ceilings of that class. */
function sizeReasons(size: SizeResult, periods: readonly YearFigures[]): readonly Reason[] {
  const newest = periods.at(-1);
  if (!newest || size.isSme === undefined) return [];
  const { year } = newest;
  const own = size.years.at(-1)?.class;
  if (size.class === 'notSme') {
    const over = periods.findLast((period) => within(period, medium) === false);
    const reasons = over ? tooLarge(over) : [];
    return over === newest ? reasons : [...reasons, reason('against', 'twoYearsNeeded', { year })];
  }
  const main = reason('for', 'smeClass', { class: size.class ?? 'sme' });
  if (size.twoYearRuleApplied && own !== undefined)
    return [main, reason('for', 'twoYearRule', { year, yearClass: own, class: size.class ?? 'sme' })];
  return [main, ...fitting(newest, sizeCeilings.find((ceiling) => ceiling.class === size.class) ?? medium)];
}

function fitting(period: AccountingPeriod, ceiling: SizeCeiling): readonly Reason[] {
  const { year } = period;
  const headcount = known(period.headcount);
  const turnover = known(period.turnoverCents);
  const balance = known(period.balanceCents);
  const reasons: Reason[] = [];
  if (headcount !== undefined && headcount < ceiling.headcountUnder)
    reasons.push(reason('for', 'headcountUnder', { headcount, ceiling: ceiling.headcountUnder, year }));
  if (turnover !== undefined && turnover <= ceiling.turnoverCents)
    reasons.push(
      reason('for', 'turnoverWithin', { amount: euro(turnover), ceiling: euro(ceiling.turnoverCents), year }),
    );
  if (balance !== undefined && balance <= ceiling.balanceCents)
    reasons.push(reason('for', 'balanceWithin', { amount: euro(balance), ceiling: euro(ceiling.balanceCents), year }));
  return reasons;
}

function tooLarge(period: YearFigures): readonly Reason[] {
  const { year, least } = period;
  // Of a whole, what is known of the parts may be too much already.
  const headcount = known(period.headcount ?? least?.headcount);
  const turnover = known(period.turnoverCents ?? least?.turnoverCents);
  const balance = known(period.balanceCents ?? least?.balanceCents);
  const reasons: Reason[] = [];
  if (headcount !== undefined && headcount >= medium.headcountUnder)
    reasons.push(reason('against', 'headcountOver', { headcount, ceiling: medium.headcountUnder, year }));
  if (
    turnover !== undefined &&
    balance !== undefined &&
    turnover > medium.turnoverCents &&
    balance > medium.balanceCents
  )
    reasons.push(
      reason('against', 'turnoverAndBalanceOver', {
        turnover: euro(turnover),
        turnoverCeiling: euro(medium.turnoverCents),
        balance: euro(balance),
        balanceCeiling: euro(medium.balanceCents),
        year,
      }),
    );
  return reasons;
}

/** Names each figure that would settle it, year by year, newest first. */
function missingFigures(periods: readonly AccountingPeriod[]): readonly Reason[] {
  return [...periods].reverse().flatMap((period) => {
    if (within(period, medium) !== undefined) return [];
    const { year } = period;
    const headcount = known(period.headcount);
    const turnover = known(period.turnoverCents);
    const balance = known(period.balanceCents);
    if (headcount === undefined && turnover === undefined && balance === undefined)
      return [reason('missing', 'periodMissing', { year })];
    const reasons: Reason[] = [];
    if (headcount === undefined) reasons.push(reason('missing', 'headcountMissing', { year }));
    const moneyFits =
      (turnover !== undefined && turnover <= medium.turnoverCents) ||
      (balance !== undefined && balance <= medium.balanceCents);
    if (!moneyFits && turnover === undefined && balance === undefined)
      reasons.push(reason('missing', 'turnoverOrBalanceMissing', { year }));
    else if (!moneyFits && turnover === undefined) reasons.push(reason('missing', 'turnoverMissing', { year }));
    else if (!moneyFits && balance === undefined) reasons.push(reason('missing', 'balanceMissing', { year }));
    return reasons;
  });
}
