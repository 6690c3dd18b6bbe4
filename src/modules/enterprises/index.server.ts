/** What other modules' server code may use of enterprises. */
export { noteOrigins } from './server/originStore.ts';
export { enterpriseHandle, type EnterpriseHandle } from './server/handle.ts';
export {
  addContactRow as addContact,
  addEnterprise,
  contactsOf,
  findEnterpriseByNumber,
  hasAccount,
  moveEnterprise,
  readEnterpriseRow,
  type ContactRow,
  type EnterpriseRow,
} from './server/store.ts';
