/** What the routes may use of live. */
export { live } from './server/liveDoor.ts';
