import type { PlainDate } from '#shared/dates.ts';
import type { CareKind, OrganisationKind } from '#modules/enterprises/index.ts';
import type { CommitteeFact } from '#modules/programmes/index.ts';
import type { GroupFacts } from './group/groupFacts.ts';
import type { Provenance } from '../../provenance.ts';

/** The three figures of the SME definition. What is not known is left out; 0 is a figure. Money is in whole cents. */
export interface Figures {
  /** Annual work units: full-timers of the whole year count 1, others a fraction. */
  readonly headcount?: number | undefined;
  /** Without VAT. */
  readonly turnoverCents?: number | undefined;
  readonly balanceCents?: number | undefined;
}

/** One approved, closed accounting period; `year` is the year in which it ended. */
export interface AccountingPeriod extends Figures {
  readonly year: number;
}

/** One line of the declaration of aid. A line of which the day or amount is not known counts as "may matter". */
export interface DeclaredAid {
  /** The day on which the right to the aid was granted, whatever the day of payment. */
  readonly date?: PlainDate | undefined;
  readonly grantor?: string | undefined;
  /** `2023/2831`, `1407/2013` …; not known counts as a general one. */
  readonly regulation?: string | undefined;
  /** Who of the group received it; without it, the enterprise itself. */
  readonly undertaking?: string | undefined;
  /** Of aid from before a split: who of the parts went on with what it was for. */
  readonly usedBy?: string | undefined;
  /** Gross grant equivalent. */
  readonly amountCents?: number | undefined;
}

/** What is known about one enterprise on the day of the decision. Frozen with the decision. */
export interface EligibilityFacts {
  /** The day of the decision, which is the earliest day on which the aid can be granted. */
  readonly date: PlainDate;
  readonly organisationKind: OrganisationKind;
  readonly careKind?: CareKind | undefined;
  /** In any order. */
  readonly periods: readonly AccountingPeriod[];
  /** For an enterprise without closed accounts; not used when there is a period. */
  readonly newEnterpriseEstimate?: Figures | undefined;
  /**
   * Nobody holds 25 % or more of the capital or votes (enterprise, person with other enterprises, public body), and it
   * holds 25 % or more of no other. Undefined: not asked yet.
   */
  readonly standAlone?: boolean | undefined;
  /** Public bodies hold 25 % or more, those of article 3(2) aside. */
  readonly publicHolding25?: boolean | undefined;
  /** Who owns whom. With it, figures and ownership come from here: the three above and the periods are not used. */
  readonly group?: GroupFacts | undefined;
  readonly jointCommittees: readonly CommitteeFact[];
  /** All de-minimis aid of three years; empty means declared: none. Undefined: not declared yet. */
  readonly declaredAid?: readonly DeclaredAid[] | undefined;
  /** Month in which the fiscal year begins; matters for aid before 2024 only. Default 1. */
  readonly fiscalYearStartMonth?: number | undefined;
  /** It carries goods by road for others: before 2024 that had a ceiling of its own. */
  readonly roadFreight?: boolean | undefined;
  /** The aid that the guidance is; without regulation the one in force on the day. */
  readonly grant: { readonly amountCents?: number | undefined; readonly regulation?: string | undefined };
  /** Where all this comes from; no rule reads it. */
  readonly provenance?: Provenance | undefined;
}

/** A figure or amount that can be reckoned with: finite and not negative. Anything else counts as not known. */
export function known(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;
}
