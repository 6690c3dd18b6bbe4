import { agree, openAgreement } from '#modules/trajectories/server/agreementOperations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(openAgreement);
export const actions = {
  agree: form(
    agree,
    () => ({}),
    (_result, { url }) => `${url.pathname}?agreed`,
  ),
};
