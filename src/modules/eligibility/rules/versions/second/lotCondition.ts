import { findLot, type LotDecision, type ProgrammeDefinition } from '#modules/programmes/index.ts';
import type { EligibilityFacts } from './facts.ts';
import { reason, type Verdict } from './verdict.ts';

type Lots = Pick<ProgrammeDefinition, 'lots' | 'funds' | 'auxiliaryCommittees'>;

/** Is there a lot for it? A conflict between lots is for the funds to settle, so it asks for evidence. */
export function judgeLot(
  facts: EligibilityFacts,
  programme: Lots,
): { readonly verdict: Verdict; readonly lot: LotDecision } {
  const lot = findLot(programme, {
    jointCommittees: facts.jointCommittees,
    isLocalAuthority: facts.organisationKind === 'local_authority',
    careKind: facts.careKind,
  });
  const holds = lot.outcome === 'lot' ? 'yes' : lot.outcome === 'none' ? 'no' : 'unknown';
  return { lot, verdict: { condition: 'lot', holds, reasons: lot.reasons } };
}

/** Is it a care service that the programme serves? For local authorities, who take no SME test. */
export function judgeCare(facts: EligibilityFacts, lot: LotDecision): Verdict {
  const condition = 'local_authority_care';
  if (facts.organisationKind !== 'local_authority')
    return { condition, holds: 'no', reasons: [reason('against', 'notALocalAuthority')] };
  if (lot.outcome === 'lot') return { condition, holds: 'yes', reasons: [reason('for', 'noSizeTest')] };
  return { condition, holds: lot.outcome === 'none' ? 'no' : 'unknown', reasons: lot.reasons };
}
