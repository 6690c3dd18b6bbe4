import './server/permissions.ts';

/** What other modules' server code may use of comments and files. */
export { commentsBeside, type CommentRow } from './server/commentStore.ts';
export { filesBeside, keepForGood, type FileRow } from './server/fileStore.ts';
export { shownFiles } from './server/shownFiles.ts';
export { peopleIn, threadsOf, wordsOf } from './server/threads.ts';
export { keepAttachment, namedFiles, type KeptFile, type NamedFile } from './server/keptFiles.ts';
