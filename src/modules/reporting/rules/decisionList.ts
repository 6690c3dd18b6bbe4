import type { EligibilityOutcome } from '#modules/eligibility/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Choices, ListPart } from './lists.ts';

export const outcomes = ['eligible', 'not_eligible', 'needs_evidence'] as const satisfies readonly EligibilityOutcome[];

/** A decision that counts: no later one stands on the same trajectory. */
export interface ListedDecision {
  readonly id: string;
  readonly trajectory: string;
  readonly enterpriseName: string;
  readonly lotNumber: number;
  readonly providerName: string;
  readonly outcome: EligibilityOutcome;
  readonly decidedOn: PlainDate;
  readonly validUntil: PlainDate | null;
  /** Codes of reasons that stand in the way or are missing. */
  readonly openReasons: readonly string[];
}

/** How often a reason stands in the way, among the decisions that are listed. */
export interface CountedReason {
  readonly code: string;
  readonly count: number;
}

/** What a lot may do and what of it is taken, in trajectories and in euro cents. */
export interface LotRoom {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  /** Trajectories that the lot has to reach. */
  readonly target: number;
  readonly budgetCents: number;
  /** Trajectories whose aid was granted: the enterprise agreed. */
  readonly granted: number;
  /** Decided eligible, the agreement still open. */
  readonly reserved: number;
  readonly room: number;
  /** Granted as the ledger of aid says, and what waits at the programme's price of a trajectory. */
  readonly usedCents: number;
  readonly roomCents: number;
}

/** Room of a lot: never below nothing, also when more was promised than there is. */
export function lotRoom(
  lot: Pick<LotRoom, 'id' | 'number' | 'name' | 'target' | 'budgetCents' | 'granted' | 'reserved'>,
  { bookedCents, priceCents }: { readonly bookedCents: number; readonly priceCents: number },
): LotRoom {
  const taken = lot.granted + lot.reserved;
  const usedCents = bookedCents + lot.reserved * priceCents;
  return {
    ...lot,
    room: Math.max(0, lot.target - taken),
    usedCents,
    roomCents: Math.max(0, lot.budgetCents - usedCents),
  };
}

export interface DecisionListView extends ListPart {
  readonly decisions: readonly ListedDecision[];
  readonly reasons: readonly CountedReason[];
  /** Of the lots that the reader looks after; empty for who sees only a part of a lot. */
  readonly rooms: readonly LotRoom[];
  readonly choices: Choices;
  /** Whether the reader may see what goes into the central register of aid. */
  readonly register: boolean;
}
