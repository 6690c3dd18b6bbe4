import { readImports, receiveFile, startImport } from '#modules/register/server/importOperations.ts';
import { answer, form, page } from '#platform/server/door.ts';

export const load = page(readImports);
export const actions = {
  receive: answer(receiveFile),
  start: form(
    startImport,
    () => ({}),
    () => '/register/import?started=1',
  ),
};
