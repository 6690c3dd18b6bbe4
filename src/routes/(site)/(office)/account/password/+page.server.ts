import {
  changeSecondFactor,
  confirmSecondFactor,
  readOwnPassword,
  removePassword,
  renewRecoveryCodes,
  setPassword,
} from '#modules/access/server/operations.ts';
import { answer, form, page } from '#platform/server/door.ts';

const saved = () => '/account/password?saved=1';

export const load = page(readOwnPassword);
export const actions = {
  set: form(setPassword, undefined, ({ works }) => (works ? saved() : '/account/password')),
  newApp: form(changeSecondFactor, undefined, () => '/account/password'),
  /** Both show ten codes, this once: the page is drawn with them and they are kept nowhere. */
  confirm: answer(confirmSecondFactor),
  renew: answer(renewRecoveryCodes),
  remove: form(removePassword, undefined, () => '/account?saved=1'),
};
