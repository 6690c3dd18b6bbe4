/** Everything that the outside can do with access, by theme. */
export { changeAccount, changeLanguage, endSession, readAccount, whoAmI } from './operations/account.ts';
export { listExampleRoles, stepInto } from './operations/example.ts';
export { invite, listGrants, withdrawGrant } from './operations/grants.ts';
export { askSignInLink, readSignInLink, signIn, signOut } from './operations/signIn.ts';
