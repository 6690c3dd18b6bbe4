import { giveFigures, openFigures } from '#modules/eligibility/server/bookkeeperOperations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(openFigures);
export const actions = {
  give: form(
    giveFigures,
    () => ({}),
    (_result, { url }) => `${url.pathname}?given`,
  ),
};
