/** What other modules may use of reporting: the words for what a task or an event is about. */
export { taskGroups, type TaskGroup } from './rules/taskGroups.ts';
export { texts as reportingTexts } from './text/index.ts';
