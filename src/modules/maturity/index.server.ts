/** What other modules' server code may use of the scan. */
export { claimScan, type Claim } from './server/claiming.ts';
export { findScan, moveScans, scansOfEnterprise, type ScanPlace } from './server/store.ts';
export { readScanForLead, type ScanForLead } from './server/resultOperations.ts';
