/** Everything that the outside can do with access, by theme. */
export {
  changeAccount,
  changeLanguage,
  changeShortcuts,
  endOtherSessions,
  endSession,
  noteSession,
  readAccount,
  whoAmI,
} from './operations/account.ts';
export { listExampleRoles, stepInto } from './operations/example.ts';
export { invite, listGrants, withdrawGrant } from './operations/grants.ts';
export { addPasskey, askPasskey, removePasskey, signInWithPasskey, startPasskey } from './operations/passkeys.ts';
export {
  changeSecondFactor,
  confirmSecondFactor,
  readOwnPassword,
  removePassword,
  renewRecoveryCodes,
  setPassword,
} from './operations/password.ts';
export {
  beginAtProvider,
  connectAccount,
  disconnectAccount,
  readLeaving,
  readLeavingFrom,
  readWaitingAccount,
  readWaysIn,
  signInByProvider,
  takeProviderAttempt,
} from './operations/provider.ts';
export { signInWithPassword } from './operations/passwordSignIn.ts';
export { askSignInLink, readSignInLink, signIn, signOut } from './operations/signIn.ts';
