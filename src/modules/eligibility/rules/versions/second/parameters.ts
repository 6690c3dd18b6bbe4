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

/** Percentages at which a holding changes what counts (annex, art. 3). */
export const ownershipThresholds = {
  id: 'ownership.thresholds',
  /** From this share, that share included, somebody is a partner. */
  partnerFrom: 25,
  /** Up to this share, that share included, a partner; beyond it linked. */
  partnerUpTo: 50,
  /** From this share of public bodies together it is no SME. */
  publicFrom: 25,
  from: '2005-01-01',
  source: 'Recommendation 2003/361/EC, annex, art. 3(2) to 3(4)',
  certainty: 'high',
} as const satisfies DatedParameter & Record<string, unknown>;

/** Business angels together stay exempt while they put less than this into one unquoted enterprise. */
export const businessAngelLimit = {
  id: 'ownership.businessAngel',
  underCents: 125_000_000,
  from: '2005-01-01',
  source: 'Recommendation 2003/361/EC, annex, art. 3(2)(a)',
  certainty: 'high',
} as const satisfies DatedParameter & Record<string, unknown>;

/** True on every day from the first to the last. */
export function holdsOn(parameter: DatedParameter, date: PlainDate): boolean {
  return parameter.from <= date && (parameter.until === undefined || date <= parameter.until);
}
