export { namedIn, sentencesOf } from '#platform/server/sentences.ts';
