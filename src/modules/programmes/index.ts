export { competentiechecks2023 } from './definition/competentiechecks2023.ts';
export type { Code } from './rules/codes/code.ts';
export { codeBook, codeIds, codeLabel, codesOf, isCode, label, type CodeIn, type CodeList } from './rules/codeBook.ts';
export { normaliseCommittee } from './rules/committeeNumber.ts';
export {
  findLot,
  lotRuleVersion,
  type CommitteeFact,
  type LotDecision,
  type LotFacts,
  type LotShare,
} from './rules/findLot.ts';
export { coordinatorOf, fundFor, type FundChoice } from './rules/fundFor.ts';
export { lotGovernance, type LotGovernance } from './rules/governance.ts';
export { lotOfCommittee, type CommitteeLot } from './rules/lotOfCommittee.ts';
export type {
  Condition,
  Fund,
  Governance,
  JointCommittee,
  Lot,
  ProgrammeDefinition,
  Sector,
} from './rules/programmeDefinition.ts';
export { routeSector, type Route, type RouteFacts, type RouteOption } from './rules/routeSector.ts';
export { searchSectors } from './rules/searchSectors.ts';
export * from './inputs.ts';
export { programmeTexts } from './text/index.ts';
