import { askNewEmail, eraseMyself, readMyData } from '#modules/privacy/server/selfOperations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(readMyData);
export const actions = {
  newEmail: form(askNewEmail, undefined, () => '/account/my-data?sent=1#correct'),
  erase: form(eraseMyself, undefined, () => '/erased'),
};
