export type { CommentView, FilesBeside, FileView, Threads } from './rules/views.ts';
