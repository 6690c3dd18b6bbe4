/** What other modules' server code may use of signatures. */
export {
  confirmDocument,
  isIntact,
  makeDocument,
  readConfirmations,
  readDocument,
  sealDocument,
  voidDocument,
  voidOpenDocuments,
  type ConfirmationRow,
  type DocumentKind,
  type SealedDocument,
} from './server/store.ts';
