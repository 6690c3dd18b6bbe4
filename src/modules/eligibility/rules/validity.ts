import { addMonths, type PlainDate } from '#shared/dates.ts';
import type { EligibilityDecision } from './decideEligibility.ts';
import type { AccountingPeriod, EligibilityFacts } from './facts.ts';
import type { GroupPeriod } from './group/groupFacts.ts';
import { newestPeriod, type DatedParameter } from './parameters.ts';

/** How long a decision can be relied on. */
export const decisionLife = {
  id: 'decision.life',
  months: 12,
  from: '2005-01-01',
  source: 'own choice: no law says how long; ownership changes and is asked again after a year',
  certainty: 'choice',
} as const satisfies DatedParameter & Record<string, unknown>;

export interface Validity {
  readonly from: PlainDate;
  /** Last day; undefined when nothing was decided, so that there is nothing to rely on. */
  readonly until: PlainDate | undefined;
  /** What ends it: a year has gone by, or its figures have become too old. */
  readonly endedBy: 'life' | 'figures' | undefined;
}

/** The closed accounting periods of the enterprise itself, whether it stands alone or in a group; estimates are none. */
export function ownPeriods(facts: EligibilityFacts): readonly AccountingPeriod[] {
  const periods: readonly GroupPeriod[] = facts.group
    ? (facts.group.enterprises[facts.group.subject]?.periods ?? [])
    : facts.periods;
  return periods.filter(({ estimate }) => !estimate);
}

/**
 * From which day to which a decision can be relied on: for a year, and no longer than its figures say something about today
 * ({@link newestPeriod}) when the size was tested. The room for aid is that of its day alone: every grant looks at it again.
 */
export function validityOf(facts: EligibilityFacts, decision: Pick<EligibilityDecision, 'outcome' | 'size'>): Validity {
  const { date } = facts;
  if (decision.outcome === 'needs_evidence') return { from: date, until: undefined, endedBy: undefined };
  const life = addMonths(date, decisionLife.months);
  const years = decision.size ? ownPeriods(facts).map(({ year }) => year) : [];
  const figures = years.length > 0 ? `${Math.max(...years) + newestPeriod.yearsBack}-12-31` : life;
  return figures < life
    ? { from: date, until: figures, endedBy: 'figures' }
    : { from: date, until: life, endedBy: 'life' };
}

/** Where a decision stands on a day. */
export type Standing = 'valid' | 'superseded' | 'tooOld' | 'undecided';

/** @param superseded whether a later decision stands on the same trajectory */
export function standingOn(today: PlainDate, until: PlainDate | undefined, superseded: boolean): Standing {
  if (superseded) return 'superseded';
  if (until === undefined) return 'undecided';
  return today <= until ? 'valid' : 'tooOld';
}
