import type { Reason } from '#shared/decision.ts';
import { known, type AccountingPeriod, type EligibilityFacts } from './facts.ts';
import { newestPeriod, sizeCeilings, type SizeCeiling } from './parameters.ts';
import { fillYears, sizeOverYears, within, type SizeResult } from './sizeClass.ts';
import { euro, reason, type Verdict } from './verdict.ts';

const medium = sizeCeilings.at(-1)!;

/**
 * Is it an SME? For an enterprise that stands alone. Ownership that is not known, or a group, never gives a yes: the
 * figures of a group only add, so "too large" holds already, "small enough" does not (annex, art. 3 and 6).
 */
export function judgeSme(facts: EligibilityFacts): { readonly verdict: Verdict; readonly size: SizeResult } {
  const periods = periodsOf(facts);
  const size = sizeOverYears(periods);
  const time = periods.length > 0 ? timeProblem(periods, facts) : undefined;
  const ownership = ownershipReasons(facts);
  const verdict = (holds: Verdict['holds'], reasons: readonly Reason[]): Verdict => ({
    condition: 'sme',
    holds,
    reasons,
  });

  if (facts.publicHolding25 === true)
    return {
      size,
      verdict: verdict('no', [reason('against', 'publicHolding', { share: 25 }), ...sizeReasons(size, periods)]),
    };
  if (periods.length === 0)
    return { size, verdict: verdict('unknown', [reason('missing', 'noFigures'), ...missingOnly(ownership)]) };
  if (time) return { size, verdict: verdict('unknown', [time, ...missingOnly(ownership)]) };
  if (size.isSme === false) return { size, verdict: verdict('no', sizeReasons(size, periods)) };
  if (size.isSme === undefined)
    return { size, verdict: verdict('unknown', [...missingFigures(periods), ...missingOnly(ownership)]) };
  const newcomer = facts.periods.length === 0 ? [reason('for', 'newEnterprise')] : [];
  const alone = facts.standAlone === true;
  return {
    size,
    verdict: verdict(alone ? 'yes' : 'unknown', [...sizeReasons(size, periods), ...newcomer, ...ownership]),
  };
}

/** The closed periods, or the estimate of a new enterprise as a period of this year. */
function periodsOf(facts: EligibilityFacts): readonly AccountingPeriod[] {
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

const missingOnly = (reasons: readonly Reason[]) => reasons.filter(({ weight }) => weight === 'missing');

/** The figures that lead to the class, against the ceilings of that class. */
function sizeReasons(size: SizeResult, periods: readonly AccountingPeriod[]): readonly Reason[] {
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

function tooLarge(period: AccountingPeriod): readonly Reason[] {
  const { year } = period;
  const headcount = known(period.headcount);
  const turnover = known(period.turnoverCents);
  const balance = known(period.balanceCents);
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
