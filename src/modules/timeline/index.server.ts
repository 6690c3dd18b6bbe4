import './server/permissions.ts';

/** What other modules' server code may use of comments. */
export { commentsBeside, type CommentRow } from './server/commentStore.ts';
export { peopleIn, threadsOf, wordsOf } from './server/threads.ts';
