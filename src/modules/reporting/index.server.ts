/** What other modules' server code may use of reporting: facts about what waits for one person. */
export { changesForDigest, datedSessions, datedTasks, tasksForDigest, type DatedFact } from './server/personalFacts.ts';
