export * from './inputs.ts';
export {
  assessLead,
  regionOf,
  type LeadAssessment,
  type LeadFacts,
  type Region,
  type Way,
} from './rules/assessLead.ts';
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
export { officeTexts as recruitmentOfficeTexts, texts as recruitmentTexts } from './text/index.ts';
