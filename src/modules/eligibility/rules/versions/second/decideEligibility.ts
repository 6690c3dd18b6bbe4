import type { Decision, Reason } from '#shared/decision.ts';
import type { Condition, LotDecision, ProgrammeDefinition } from '#modules/programmes/index.ts';
import { judgeAid } from './aidCondition.ts';
import type { DeMinimis } from './deMinimis.ts';
import type { EligibilityFacts } from './facts.ts';
import type { GroupSize } from './group/sizeOfGroup.ts';
import { judgeCare, judgeLot } from './lotCondition.ts';
import type { SizeResult, SmeClass } from './sizeClass.ts';
import { judgeSme } from './smeCondition.ts';
import type { Verdict } from './verdict.ts';

/** Goes up with every change that could give another answer on the same facts. */
export const eligibilityRuleVersion = 'eligibility-2';

export type EligibilityOutcome = 'eligible' | 'not_eligible' | 'needs_evidence';

export type EligibilityProgramme = Pick<ProgrammeDefinition, 'lots' | 'funds' | 'auxiliaryCommittees' | 'conditions'>;

export interface EligibilityDecision extends Decision<EligibilityOutcome> {
  /** What each condition that the programme lists came to. */
  readonly conditions: readonly { readonly condition: Condition; readonly holds: Verdict['holds'] }[];
  /** Undefined when no size is tested, or the figures do not suffice. */
  readonly smeClass: SmeClass | undefined;
  readonly size: SizeResult | undefined;
  /** Who counts with it and why; undefined for an enterprise of which no ownership was given. */
  readonly group?: GroupSize | undefined;
  readonly deMinimis: DeMinimis | undefined;
  readonly lot: LotDecision;
}

/**
 * May this organisation take part? Eligible when every condition that the programme lists for its kind holds; not eligible
 * when one surely fails; else needs evidence, and the reasons name what is missing. Pure: the same facts always give the
 * same decision, whatever the order in which periods, holdings, aid and committees are given.
 */
export function decideEligibility(facts: EligibilityFacts, programme: EligibilityProgramme): EligibilityDecision {
  const conditions = programme.conditions[facts.organisationKind];
  const { verdict: lotVerdict, lot } = judgeLot(facts, programme);
  const sme = conditions.includes('sme') ? judgeSme(facts) : undefined;
  const aid = conditions.includes('aid_room') ? judgeAid(facts) : undefined;
  const verdicts = conditions.map((condition): Verdict => {
    switch (condition) {
      case 'sme':
        return sme!.verdict;
      case 'aid_room':
        return aid!.verdict;
      case 'lot':
        return lotVerdict;
      case 'local_authority_care':
        return judgeCare(facts, lot);
    }
  });
  return {
    outcome: combine(verdicts),
    reasons: inOrder(verdicts.flatMap(({ reasons }) => reasons)),
    ruleVersion: eligibilityRuleVersion,
    conditions: verdicts.map(({ condition, holds }) => ({ condition, holds })),
    smeClass: sme?.size.class,
    size: sme?.size,
    ...(sme?.group && { group: sme.group }),
    deMinimis: aid?.aid,
    lot,
  };
}

function combine(verdicts: readonly Verdict[]): EligibilityOutcome {
  if (verdicts.some(({ holds }) => holds === 'no')) return 'not_eligible';
  // A programme that lists no condition has decided nothing: that is no yes.
  return verdicts.length > 0 && verdicts.every(({ holds }) => holds === 'yes') ? 'eligible' : 'needs_evidence';
}

const weights: readonly Reason['weight'][] = ['against', 'missing', 'for'];

/** What stands in the way first, then what is missing, then what speaks for it; each reason once. */
function inOrder(reasons: readonly Reason[]): readonly Reason[] {
  const once = new Map(reasons.map((reason) => [JSON.stringify([reason.code, reason.facts]), reason]));
  return weights.flatMap((weight) => [...once.values()].filter((reason) => reason.weight === weight));
}
