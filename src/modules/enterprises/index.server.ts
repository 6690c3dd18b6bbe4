/** What other modules' server code may use of enterprises. */
export { enterpriseHandle, type EnterpriseHandle } from './server/handle.ts';
