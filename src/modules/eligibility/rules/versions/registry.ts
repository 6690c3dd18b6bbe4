import { decideEligibility, eligibilityRuleVersion, type EligibilityDecision } from '../decideEligibility.ts';
import type { EligibilityProgramme } from '../decideEligibility.ts';
import type { EligibilityFacts } from '../facts.ts';
import {
  decideEligibility as decideByFirst,
  eligibilityRuleVersion as firstVersion,
} from './first/decideEligibility.ts';
import {
  decideEligibility as decideBySecond,
  eligibilityRuleVersion as secondVersion,
} from './second/decideEligibility.ts';

/** From frozen facts to a decision; the same facts always give the same one. */
export type Rules = (facts: EligibilityFacts, programme: EligibilityProgramme) => EligibilityDecision;

/**
 * Every version of the rules that ever decided, by the name that stands with its decisions. Whoever changes what the rules
 * answer gives them a new version and keeps the old ones here; `versions.test.ts` holds each to decisions that it took.
 */
export const ruleVersions: ReadonlyMap<string, Rules> = new Map<string, Rules>([
  [firstVersion, decideByFirst],
  [secondVersion, decideBySecond],
  [eligibilityRuleVersion, decideEligibility],
]);
