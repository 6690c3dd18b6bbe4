import type { PlainDate } from '#shared/dates.ts';
import type { NumberFault } from '#modules/enterprises/index.ts';
import type { EligibilityOutcome } from './decideEligibility.ts';
import type { SmeClass } from './sizeClass.ts';
import type { Standing } from './validity.ts';

/** What a list says of one number. */
export interface CheckedNumber {
  readonly line: number;
  readonly typed: string;
  readonly number: string | null;
  readonly fault: NumberFault | null;
  readonly sameAs: number | null;
  /** In the reader's sight; null when the number is wrong or nobody by that number is known there. */
  readonly enterprise: { readonly id: string; readonly name: string } | null;
  /** Not known there: what the enterprise register calls it, if it is in there. */
  readonly registered: string | null;
  readonly decision: {
    readonly trajectory: string;
    readonly outcome: EligibilityOutcome;
    readonly on: PlainDate;
    readonly validUntil: PlainDate | null;
    readonly standing: Standing;
  } | null;
  readonly lot: number | null;
  readonly smeClass: SmeClass | null;
  /** Room for aid on the day of the decision, in whole cents. */
  readonly roomCents: number | null;
  /** Sentences in the reader's language: what is wrong or still missing. */
  readonly missing: readonly string[];
}

export interface NumberListView {
  readonly rows: readonly CheckedNumber[];
  readonly counts: {
    readonly right: number;
    readonly wrong: number;
    readonly known: number;
    readonly valid: number;
  };
  readonly atMost: number;
}
