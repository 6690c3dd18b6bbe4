export { generate } from './generate.ts';
export { importFile } from './importFile.ts';
export { search } from './search.ts';
