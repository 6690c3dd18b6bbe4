/** What other modules and the generated pages may use of privacy. */
export { noticeDays, terms } from './rules/retention.ts';
export { texts as privacyTexts } from './text/index.ts';
