import { readImports, startImport } from '#modules/register/server/importOperations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(readImports);
export const actions = {
  start: form(
    startImport,
    () => ({}),
    () => '/register/import?started=1',
  ),
};
