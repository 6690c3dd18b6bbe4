export { contentHash, questionnaireHash } from './server/hash.ts';
