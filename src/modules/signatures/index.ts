/** Types and rules that other modules may use. */
export { checkCodeOf, readCheckCode } from './rules/checkCode.ts';
export { parties, standingOf, type Confirmation, type Party, type Standing } from './rules/confirmations.ts';
export { texts as signatureTexts } from './text/index.ts';
