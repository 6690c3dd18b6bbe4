import type { PlainDate } from '#shared/dates.ts';

/** How sure we are: read in a copy of the source, remembered (high, middle), or our own choice where the law is silent. */
export type Certainty = 'sourced' | 'high' | 'middle' | 'choice';

/** A figure of the law that holds between two days. Never a constant in a rule: it is shown with its source. */
export interface DatedParameter {
  readonly id: string;
  readonly from: PlainDate;
  /** Last day; undefined while it holds. */
  readonly until?: PlainDate;
  readonly source: string;
  readonly certainty: Certainty;
}

export type SizeClass = 'micro' | 'small' | 'medium';

/** Headcount must stay under; turnover or balance may reach their ceiling (one of the two is enough). */
export interface SizeCeiling extends DatedParameter {
  readonly class: SizeClass;
  readonly headcountUnder: number;
  readonly turnoverCents: number;
  readonly balanceCents: number;
}

const recommendation = 'Recommendation 2003/361/EC, annex, art. 2';

/** From small to large: each class lies within the next. */
export const sizeCeilings: readonly SizeCeiling[] = [
  {
    id: 'size.micro',
    class: 'micro',
    headcountUnder: 10,
    turnoverCents: 200_000_000,
    balanceCents: 200_000_000,
    from: '2005-01-01',
    source: recommendation,
    certainty: 'high',
  },
  {
    id: 'size.small',
    class: 'small',
    headcountUnder: 50,
    turnoverCents: 1_000_000_000,
    balanceCents: 1_000_000_000,
    from: '2005-01-01',
    source: recommendation,
    certainty: 'sourced',
  },
  {
    id: 'size.medium',
    class: 'medium',
    headcountUnder: 250,
    turnoverCents: 5_000_000_000,
    balanceCents: 4_300_000_000,
    from: '2005-01-01',
    source: recommendation,
    certainty: 'sourced',
  },
];

/** Figures older than this many years say too little about today. */
export const newestPeriod: DatedParameter & { readonly yearsBack: number } = {
  id: 'size.newestPeriod',
  yearsBack: 2,
  from: '2005-01-01',
  source: 'Recommendation 2003/361/EC, annex, art. 4(1): last approved period; two years leave time for approval',
  certainty: 'choice',
};

/** Which earlier aid counts, and up to how much. */
export interface AidRegulation extends DatedParameter {
  readonly ceilingCents: number;
  /** `fiscal_years`: the current one and the two before. `rolling_years`: counted back day by day from the new grant. */
  readonly period: { readonly kind: 'fiscal_years' | 'rolling_years'; readonly years: number };
  /** Existing schemes may still grant under it up to this day. */
  readonly usableUntil?: PlainDate;
}

/** The general regulations. Sector regulations (farming, fishery, services of general interest) have ceilings of their own. */
export const aidRegulations: readonly AidRegulation[] = [
  {
    id: '1407/2013',
    ceilingCents: 20_000_000,
    period: { kind: 'fiscal_years', years: 3 },
    from: '2014-01-01',
    until: '2023-12-31',
    usableUntil: '2024-06-30',
    source: 'Regulation (EU) 1407/2013, art. 3 and 7',
    certainty: 'sourced',
  },
  {
    id: '2023/2831',
    ceilingCents: 30_000_000,
    period: { kind: 'rolling_years', years: 3 },
    from: '2024-01-01',
    until: '2030-12-31',
    source: 'Regulation (EU) 2023/2831, art. 3',
    certainty: 'sourced',
  },
];

/** Aid under these has a ceiling of its own; whether it counts here too is for a person to judge. */
export const separateRegulations: readonly DatedParameter[] = [
  { id: '360/2012', from: '2012-04-29', until: '2023-12-31', source: 'Regulation (EU) 360/2012', certainty: 'high' },
  { id: '2023/2832', from: '2024-01-01', source: 'Regulation (EU) 2023/2832', certainty: 'high' },
];

/** True on every day from the first to the last. */
export function holdsOn(parameter: DatedParameter, date: PlainDate): boolean {
  return parameter.from <= date && (parameter.until === undefined || date <= parameter.until);
}

/** `(EU) nr. 2023/2831` and `EU 2023/2831` are `2023/2831`. */
export function regulationId(typed: string): string {
  return /\d{1,4}\/\d{4}/.exec(typed)?.[0] ?? typed.trim();
}
