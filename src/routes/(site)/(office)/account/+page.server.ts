import {
  addPasskey,
  changeAccount,
  changeLanguage,
  changeShortcuts,
  disconnectAccount,
  endOtherSessions,
  endSession,
  readAccount,
  removePasskey,
  startPasskey,
} from '#modules/access/server/operations.ts';
import { closesSession, speaks } from '#modules/access/server/operations/sessionDoor.ts';
import { answer, form, page } from '#platform/server/door.ts';

export const load = page(readAccount);
export const actions = {
  save: speaks(changeAccount, () => '/account?saved=1'),
  /** From the menu in the bar: back to the page where it was chosen. */
  language: speaks(changeLanguage, ({ url }) => url.searchParams.get('to')),
  shortcuts: form(changeShortcuts, undefined, () => '/account?saved=1'),
  endSession: form(endSession),
  endOtherSessions: form(endOtherSessions),
  signOut: closesSession,
  passkeyOptions: answer(startPasskey),
  addPasskey: form(addPasskey, undefined, () => '/account?saved=1#ways'),
  disconnect: form(disconnectAccount, undefined, () => '/account?saved=1#ways'),
  removePasskey: form(removePasskey, undefined, () => '/account?saved=1#ways'),
};
