/** What other modules' server code may use of the ledger of aid. */
export { knownAid, weighAid } from './server/deciding.ts';
export { readAgreedEvidence } from './server/declarationStore.ts';
export { aidByLot, type LotAid } from './server/ledgerStore.ts';
export {
  estimateAid,
  releaseAid,
  reserveAid,
  settleAid,
  type AidCase,
  type AidWork,
  type GuidanceCost,
} from './server/reserving.ts';
