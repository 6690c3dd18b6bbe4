export { liveEntries, usedCents, type AidBasis, type AidSource, type LedgerEntry } from './rules/ledger.ts';
export type { LedgerView } from './rules/ledgerView.ts';
export { roomAhead, roomOn, type Ledger } from './rules/room.ts';
export { aidOfficeTexts, aidTexts } from './text/index.ts';
