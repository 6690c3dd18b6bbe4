import type { PlainDate } from '#shared/dates.ts';
import type { AidBasis, AidSource, SupersedingReason } from './ledger.ts';
import type { AidEvent } from './undertaking.ts';

/** Room on one day, with what it is reckoned from. Money in whole cents. */
export interface RoomShown {
  readonly date: PlainDate;
  readonly regulation: string;
  readonly ceilingCents: number;
  readonly usedCents: number;
  /** May have to be added: nobody said yet who used it after a split. */
  readonly unclearCents: number;
  readonly roomCents: number;
  readonly windowFrom: PlainDate;
}

/** A line as somebody may see it: of another provider's enterprise only day, regulation and amount. */
export interface LineShown {
  readonly id: string;
  readonly number: string;
  /** Another member of the undertaking, or somebody who merged or split into it. */
  readonly ofOther: boolean;
  readonly source: AidSource;
  readonly basis: AidBasis | null;
  readonly regulation: string;
  readonly grantedOn: PlainDate;
  /** Null when the line itself is out of sight. */
  readonly grantor: string | null;
  readonly amountCents: number;
  /** From this day on it counts no more; null when no regulation is known for that day. */
  readonly countsUntil: PlainDate | null;
  readonly trajectory: string | null;
  readonly correctable: boolean;
}

/** A line that was replaced or taken away, and why. */
export interface ReplacedLine {
  readonly id: string;
  readonly grantedOn: PlainDate;
  readonly amountCents: number;
  readonly source: AidSource;
  readonly because: SupersedingReason;
  readonly reason: string;
  /** What took its place; null when it was taken away. */
  readonly nowCents: number | null;
  readonly at: Date;
}

/** What the operation `aid.readLedger` gives. */
export interface LedgerView {
  readonly enterprise: { readonly id: string; readonly name: string; readonly number: string };
  readonly today: PlainDate;
  /** Null when no regulation is known for that day. */
  readonly room: RoomShown | null;
  /** The day that was asked for, and room on it when nothing is granted before. */
  readonly asked: { readonly date: PlainDate; readonly room: RoomShown | null } | null;
  readonly members: readonly string[];
  readonly lines: readonly LineShown[];
  readonly replaced: readonly ReplacedLine[];
  /** `own`: noted with this enterprise, so that it can be taken away here. */
  readonly events: readonly (AidEvent & { readonly id: string; readonly own: boolean })[];
  /** Each day of the coming three years that brings another figure, today first. */
  readonly changes: readonly { readonly date: PlainDate; readonly roomCents: number | null }[];
  /** Room on the first of each month of the coming three years. */
  readonly months: readonly { readonly date: PlainDate; readonly roomCents: number }[];
  /** The line that somebody is about to correct. */
  readonly correcting: LineShown | null;
  readonly mayRecord: boolean;
  /** May read what goes into the central register. */
  readonly mayRegister: boolean;
}
