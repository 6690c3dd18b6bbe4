/** What other modules' server code may use of access. */
export { accountCommand } from './server/account.ts';
export { giveGrant, holdsOnlyExample, makeLink } from './server/store.ts';
import './server/operations.ts';
