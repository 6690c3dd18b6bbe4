export { RegisterProblem, problemCodes, type ImportProblem } from './rules/importProblem.ts';
export type { RegisterFacts } from './rules/registerFacts.ts';
export { sectorOfNace } from './rules/sectorOfNace.ts';
export type { FoundInRegister, RegisterSearchView } from './rules/views.ts';
export { officeTexts as registerOfficeTexts } from './text/index.ts';
export { describeProblem } from './text/describeProblem.ts';
export { foundOption, type FoundOption } from './ui/foundOption.ts';
export { requestAddress } from './rules/requestAddress.ts';
