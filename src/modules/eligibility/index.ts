export {
  decideEligibility,
  eligibilityRuleVersion,
  type EligibilityDecision,
  type EligibilityOutcome,
  type EligibilityProgramme,
} from './rules/decideEligibility.ts';
export { aidRegulationIds, aidRegulations, type AidRegulation } from './rules/aidParameters.ts';
export { aidWindow, deMinimis, regulationFor, roomLater, type AidFacts, type DeMinimis } from './rules/deMinimis.ts';
export type { AccountingPeriod, DeclaredAid, EligibilityFacts, Figures } from './rules/facts.ts';
export { holderKinds, type GroupFacts, type HolderKind, type Holding, type Member } from './rules/group/groupFacts.ts';
export { singleUndertaking, type UndertakingAid } from './rules/group/singleUndertaking.ts';
export { undertakingNumbers, type UndertakingNumbers } from './rules/group/undertakingNumbers.ts';
export { sizeOfGroup, type GroupSize } from './rules/group/sizeOfGroup.ts';
export {
  newestPeriod,
  sizeCeilings,
  type Certainty,
  type DatedParameter,
  type SizeCeiling,
  type SizeClass,
} from './rules/parameters.ts';
export { classOf, sizeOverYears, type SizeResult, type SmeClass } from './rules/sizeClass.ts';
export * from './inputs.ts';
export { answerCase, type CaseAnswer } from './caseFile/answerCase.ts';
export { answerFile, type FileAnswer } from './caseFile/readCaseFile.ts';
export { eligibilityOfficeTexts, eligibilityTexts, reasonText, roleText, shortReason } from './text/index.ts';
