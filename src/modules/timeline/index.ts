export type { CommentView, FilesBeside, FileView, Threads } from './rules/views.ts';
export { fileKinds, largestFile } from './rules/fileKinds.ts';
export { sentFile } from './inputs.ts';
