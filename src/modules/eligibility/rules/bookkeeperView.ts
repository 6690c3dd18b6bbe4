import type { Localised } from '#shared/localised.ts';
import type { RequestStanding } from './bookkeeper.ts';
import type { AccountingPeriod } from './facts.ts';

/** Somebody who was asked for the figures of an enterprise. */
export interface ShownRequest {
  readonly id: string;
  /** Their address; empty once it was erased. */
  readonly email: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly standing: RequestStanding;
  readonly facts: readonly AccountingPeriod[];
}

export interface BookkeeperView {
  readonly trajectory: { readonly id: string; readonly enterpriseName: string };
  readonly requests: readonly ShownRequest[];
  readonly mayAsk: boolean;
  /** Whether figures can still matter: until the agreement was made. */
  readonly open: boolean;
  readonly days: number;
}

/** What the holder of a link sees: for whom, why, by whom it was asked, and what they gave already. */
export interface AskedFiguresView {
  readonly enterprise: { readonly name: string; readonly number: string };
  readonly programme: Localised;
  readonly provider: string;
  readonly askedBy: string;
  readonly expiresAt: Date;
  readonly standing: RequestStanding;
  readonly years: readonly number[];
  readonly facts: readonly AccountingPeriod[];
  readonly answeredAt: Date | null;
}
