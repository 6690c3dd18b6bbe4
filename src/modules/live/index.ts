/** What other modules' pages may use of live. */
export { mergesByItself, whenPresenceChanges } from './ui/merging.ts';
