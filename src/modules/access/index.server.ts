/** What other modules' server code, the routes and the command line may use of access. */
export { accountCommand } from './server/account.ts';
export {
  findPlace,
  giveGrant,
  holdsOnlyExample,
  placesWithin,
  withdrawGrantOn,
  withdrawGrantsOf,
} from './server/grantStore.ts';
export { signedInRecently, whoSignedInRecently } from './server/recentSignIn.ts';
export { noteSessionInUse } from './server/sessionInUse.ts';
export { consumeLink, linkWorks, makeLink, sessionRevoked, voidSignInLinks } from './server/store.ts';
import './server/operations.ts';
import './server/tidy.ts';
