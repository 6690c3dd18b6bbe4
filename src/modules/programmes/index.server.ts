/** What other modules' server code may use of programmes. */
export { addProgramme, readProgramme, type Programme } from './server/store.ts';
