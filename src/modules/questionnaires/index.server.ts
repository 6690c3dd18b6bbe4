export { contentHash, questionnaireHash } from './server/hash.ts';
export { keepVersion, readVersion, type KeptVersion } from './server/versionStore.ts';
