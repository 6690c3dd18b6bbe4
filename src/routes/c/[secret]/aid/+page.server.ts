import { agreeDeclaration, openDeclaration } from '#modules/aid/server/declarationOperations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(openDeclaration);
export const actions = {
  agree: form(
    agreeDeclaration,
    () => ({}),
    (_result, { url }) => `${url.pathname}?agreed`,
  ),
};
