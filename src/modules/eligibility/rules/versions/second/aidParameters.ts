import type { PlainDate } from '#shared/dates.ts';
import { holdsOn, type DatedParameter } from './parameters.ts';

/** What a regulation is for: everything, farming, fishery, or services of general economic interest. */
export type AidFamily = 'general' | 'agriculture' | 'fishery' | 'generalInterest';

/** Which earlier aid counts, and up to how much. A regulation that was changed stands here once for every version. */
export interface AidRegulation extends DatedParameter {
  readonly family: AidFamily;
  readonly ceilingCents: number;
  /** `fiscal_years`: the current one and the two before. `rolling_years`: counted back day by day from the new grant. */
  readonly period: { readonly kind: 'fiscal_years' | 'rolling_years'; readonly years: number };
  /** Existing schemes may still grant under it up to this day. */
  readonly usableUntil?: PlainDate;
  /** Ceiling of who carries goods by road for hire or reward. */
  readonly roadFreightCeilingCents?: number;
}

const fiscalYears = { kind: 'fiscal_years', years: 3 } as const;
const rollingYears = { kind: 'rolling_years', years: 3 } as const;
const euro = (amount: number): number => amount * 100;

/** Every ceiling with the days between which it holds. What is not read in the source itself says so (`certainty`). */
export const aidRegulations: readonly AidRegulation[] = [
  {
    id: '1407/2013',
    family: 'general',
    ceilingCents: euro(200_000),
    roadFreightCeilingCents: euro(100_000),
    period: fiscalYears,
    from: '2014-01-01',
    until: '2023-12-31',
    usableUntil: '2024-06-30',
    source: 'Regulation (EU) 1407/2013, art. 3 and 7',
    certainty: 'sourced',
  },
  {
    id: '2023/2831',
    family: 'general',
    ceilingCents: euro(300_000),
    period: rollingYears,
    from: '2024-01-01',
    until: '2030-12-31',
    source: 'Regulation (EU) 2023/2831, art. 3',
    certainty: 'sourced',
  },
  {
    id: '1408/2013',
    family: 'agriculture',
    ceilingCents: euro(15_000),
    period: fiscalYears,
    from: '2014-01-01',
    until: '2019-03-13',
    source: 'Regulation (EU) 1408/2013, art. 3',
    certainty: 'high',
  },
  {
    id: '1408/2013',
    family: 'agriculture',
    // 25 000 where a Member State has a central register and a ceiling per product; Belgium is taken to have had neither.
    ceilingCents: euro(20_000),
    period: fiscalYears,
    from: '2019-03-14',
    until: '2024-12-15',
    source: 'Regulation (EU) 1408/2013, art. 3, as changed by 2019/316',
    certainty: 'high',
  },
  {
    id: '1408/2013',
    family: 'agriculture',
    ceilingCents: euro(50_000),
    period: rollingYears,
    from: '2024-12-16',
    until: '2032-12-31',
    source: 'Regulation (EU) 1408/2013, art. 3, as changed by 2024/3118',
    certainty: 'sourced',
  },
  {
    id: '717/2014',
    family: 'fishery',
    // Since 2023 up to 40 000 with a central register.
    ceilingCents: euro(30_000),
    period: fiscalYears,
    from: '2014-07-01',
    until: '2029-12-31',
    source: 'Regulation (EU) 717/2014, art. 3, as changed by 2023/2391',
    certainty: 'middle',
  },
  {
    id: '360/2012',
    family: 'generalInterest',
    ceilingCents: euro(500_000),
    period: fiscalYears,
    from: '2012-04-29',
    until: '2023-12-31',
    usableUntil: '2024-06-30',
    source: 'Regulation (EU) 360/2012, art. 2',
    certainty: 'high',
  },
  {
    id: '2023/2832',
    family: 'generalInterest',
    ceilingCents: euro(750_000),
    period: rollingYears,
    from: '2024-01-01',
    until: '2030-12-31',
    source: 'Regulation (EU) 2023/2832, art. 3',
    certainty: 'sourced',
  },
];

/** Every regulation once. */
export const aidRegulationIds: readonly string[] = [...new Set(aidRegulations.map(({ id }) => id))];

const ownAndGeneral: readonly AidFamily[] = ['general', 'agriculture', 'fishery'];
const all: readonly AidFamily[] = ['general', 'agriculture', 'fishery', 'generalInterest'];

/** Earlier aid of `counts` and the new grant may together reach the ceiling of the regulation of `ceilingOf`. */
export interface AidLimit {
  readonly ceilingOf: AidFamily;
  readonly counts: readonly AidFamily[];
}

/**
 * The ceilings that a new grant has to stay under, its own first (cumulation: 2023/2831 art. 5, 1407/2013 art. 5, and the
 * articles on cumulation of the sector regulations): with farming and fishery aid up to the general ceiling, with aid for
 * services of general interest up to the ceiling of those.
 */
export const aidLimits: Readonly<Record<AidFamily, readonly AidLimit[]>> = {
  general: [
    { ceilingOf: 'general', counts: ownAndGeneral },
    { ceilingOf: 'generalInterest', counts: all },
  ],
  agriculture: [
    { ceilingOf: 'agriculture', counts: ['agriculture'] },
    { ceilingOf: 'general', counts: ownAndGeneral },
  ],
  fishery: [
    { ceilingOf: 'fishery', counts: ['fishery'] },
    { ceilingOf: 'general', counts: ownAndGeneral },
  ],
  generalInterest: [{ ceilingOf: 'generalInterest', counts: all }],
};

/** `(EU) nr. 2023/2831` and `EU 2023/2831` are `2023/2831`. */
export function regulationId(typed: string): string {
  return /\d{1,4}\/\d{4}/.exec(typed)?.[0] ?? typed.trim();
}

/** The family of the aid that a line names; what is not known counts as general, which is the safe side. */
export function familyOf(regulation: string | undefined): AidFamily {
  const id = regulationId(regulation ?? '');
  return aidRegulations.find((each) => each.id === id)?.family ?? 'general';
}

/** The version in force on a day, or one that existing schemes may still use. */
export function usableOn(regulation: AidRegulation, date: PlainDate): boolean {
  return regulation.from <= date && date <= (regulation.usableUntil ?? regulation.until ?? date);
}

export function regulationInForce(family: AidFamily, date: PlainDate): AidRegulation | undefined {
  return aidRegulations.find((regulation) => regulation.family === family && holdsOn(regulation, date));
}
