import { normaliseCommittee, parentCommittee } from './committeeNumber.ts';
import type { Fund, ProgrammeDefinition } from './programmeDefinition.ts';

type Funds = Pick<ProgrammeDefinition, 'funds'>;

/** Who takes the request, and why: their own fund, or the lot's coordinator because there is none, or none that is active. */
export interface FundChoice {
  readonly fund: Fund;
  readonly because: 'committee' | 'localAuthority' | 'noFund' | 'inactive';
  /** The fund that would have taken it, had it been active. */
  readonly insteadOf?: Fund;
}

/**
 * The provider for a committee, or for a local authority's care service, within a lot. A fund that is not active, or a
 * committee without a fund, goes to the lot's coordinator. Throws when the lot has no coordinator: the definition is wrong then.
 */
export function fundFor(
  programme: Funds,
  lot: number,
  whom: { readonly committee: string } | { readonly localAuthority: true },
): FundChoice {
  const ofLot = programme.funds.filter((fund) => fund.lot === lot);
  const own = 'localAuthority' in whom ? ofLot.find((fund) => fund.localAuthorities) : ownFund(ofLot, whom.committee);
  if (own?.active) return { fund: own, because: 'localAuthority' in whom ? 'localAuthority' : 'committee' };
  const coordinator = coordinatorOf(programme, lot);
  return own ? { fund: coordinator, because: 'inactive', insteadOf: own } : { fund: coordinator, because: 'noFund' };
}

/** The fund that coordinates a lot. */
export function coordinatorOf(programme: Funds, lot: number): Fund {
  const coordinator = programme.funds.find((fund) => fund.lot === lot && fund.coordinator);
  if (!coordinator) throw new Error(`Lot ${lot} has no coordinator`);
  return coordinator;
}

function ownFund(ofLot: readonly Fund[], committee: string): Fund | undefined {
  const number = normaliseCommittee(committee);
  if (number === undefined) return undefined;
  const parent = parentCommittee(number);
  return (
    ofLot.find((fund) => fund.jointCommittees.includes(number)) ??
    ofLot.find((fund) => parent !== undefined && fund.jointCommittees.includes(parent))
  );
}
