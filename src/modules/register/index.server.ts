import type { ImportRequest, Imported } from './server/importRegister.ts';
import type { PublicationToMake } from './server/generating/generatePublication.ts';

/** What other modules' server code, the command line and the benchmarks may use of the register. */
export { factsFromRegister } from './server/facts.ts';
export { findInRegister, searchRegister, type Found } from './server/search.ts';
export { searchWords } from './inputs.ts';
export { naceCodes } from './server/generating/codeTable.ts';
export type { GivenEnterprise } from './server/generating/drawEnterprise.ts';
export type { ImportRequest, Imported, PublicationToMake };

// Reading and writing zips is loaded by who does it: the pages need neither.

export async function importRegister(request: ImportRequest): Promise<Imported> {
  return (await import('./server/importRegister.ts')).importRegister(request);
}

export async function generatePublication(wanted: PublicationToMake): Promise<Record<string, number>> {
  return (await import('./server/generating/generatePublication.ts')).generatePublication(wanted);
}
