export type { Code } from './rules/codes/code.ts';
export { codeBook, codeIds, codeLabel, codesOf, isCode, label, type CodeIn, type CodeList } from './rules/codeBook.ts';
