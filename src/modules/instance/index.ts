/** What other modules' pages may use of instance. */
export { texts as instanceTexts } from './text/index.ts';
