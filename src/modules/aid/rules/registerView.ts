import type { PlainDate } from '#shared/dates.ts';

/** One grant as the central register has to know it (2023/2831, art. 6). Money in whole cents. */
export interface RegisterLine {
  /** The line of the ledger. */
  readonly id: string;
  readonly enterprise: string;
  readonly number: string;
  readonly name: string;
  readonly grantedOn: PlainDate;
  readonly regulation: string;
  readonly grantor: string;
  readonly amountCents: number;
  /** `new`: not entered yet; `changed`, `released`: entered before with another amount; `entered`: it stands there as it is. */
  readonly standing: 'new' | 'changed' | 'released' | 'entered';
  readonly due: PlainDate | null;
  readonly late: boolean;
}

/** What the operation `aid.readRegister` gives. */
export interface RegisterView {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly which: 'open' | 'all';
  /** The duty began on this day; earlier grants need not be entered. */
  readonly dutyFrom: PlainDate;
  readonly counts: { readonly open: number; readonly late: number; readonly entered: number };
  readonly lines: readonly RegisterLine[];
  readonly next: string | null;
  readonly continued: boolean;
  /** The moment of this list: what is marked is what stood there then. */
  readonly asOf: string;
  readonly mayMark: boolean;
}
