export * from './inputs.ts';
export {
  assessLead,
  regionOf,
  type LeadAssessment,
  type LeadFacts,
  type Region,
  type Way,
} from './rules/assessLead.ts';
export { nextContactAfter } from './rules/afterContact.ts';
export { findSector, type SectorAnswer } from './rules/findSector.ts';
export {
  isOpenLead,
  leadActions,
  leadRules,
  leadStates,
  mayLead,
  openLeadStates,
  type LeadAction,
  type LeadAnswer,
  type LeadState,
} from './rules/leadStates.ts';
export { contactWithin, firstContactBy, isContactLate } from './rules/nextContact.ts';
export { placeRequest, type LotOption, type RequestFacts, type RequestPlace } from './rules/placeRequest.ts';
export { officeTexts as recruitmentOfficeTexts, texts as recruitmentTexts } from './text/index.ts';
