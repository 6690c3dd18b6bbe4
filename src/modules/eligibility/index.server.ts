/** What other modules' server code may use of eligibility. */
export { readDecisions, type FrozenDecision } from './server/store.ts';
export { printedCertificate } from './server/certificateOperations.ts';
