import { markAsRegistered, readRegister } from '#modules/aid/server/registerOperations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(readRegister, ({ url }) => Object.fromEntries(url.searchParams));
export const actions = {
  mark: form(
    markAsRegistered,
    () => ({}),
    ({ marked }) => `/aid-register?marked=${marked}`,
  ),
};
