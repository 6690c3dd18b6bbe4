export {
  decideEligibility,
  eligibilityRuleVersion,
  type EligibilityDecision,
  type EligibilityOutcome,
  type EligibilityProgramme,
} from './rules/decideEligibility.ts';
export { aidWindow, deMinimis, regulationFor, type AidFacts, type DeMinimis } from './rules/deMinimis.ts';
export type { AccountingPeriod, DeclaredAid, EligibilityFacts, Figures } from './rules/facts.ts';
export {
  aidRegulations,
  newestPeriod,
  sizeCeilings,
  type AidRegulation,
  type Certainty,
  type DatedParameter,
  type SizeCeiling,
  type SizeClass,
} from './rules/parameters.ts';
export { classOf, sizeOverYears, type SizeResult, type SmeClass } from './rules/sizeClass.ts';
export * from './inputs.ts';
export { eligibilityOfficeTexts, eligibilityTexts, reasonText } from './text/index.ts';
