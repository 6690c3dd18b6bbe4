export { checkDigits } from './rules/checkDigits.ts';
export {
  formatEnterpriseNumber,
  isEnterpriseNumber,
  parseEnterpriseNumber,
  vatForm,
  type NumberFault,
  type ParsedNumber,
} from './rules/enterpriseNumber.ts';
export { formatEstablishmentNumber, parseEstablishmentNumber } from './rules/establishmentNumber.ts';
export {
  careKinds,
  contactCapacities,
  organisationKinds,
  type CareKind,
  type ContactCapacity,
  type OrganisationKind,
} from './rules/organisation.ts';
export { isOverProgrammeSize, sizeBand, type SizeBand } from './rules/sizeBand.ts';
export * from './inputs.ts';
export { enterpriseTexts } from './text/index.ts';
