export type { CommentView, Threads } from './rules/views.ts';
