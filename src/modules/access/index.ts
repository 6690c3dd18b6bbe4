/** What other modules' pages and rules may use of access. */
export { languageNames } from './ui/languageNames.ts';
export { localPath } from './rules/localPath.ts';
export type { Who } from './rules/who.ts';
export { texts as accessTexts } from './text/index.ts';
