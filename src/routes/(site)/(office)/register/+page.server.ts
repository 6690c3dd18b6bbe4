import { searchInRegister } from '#modules/register/server/operations.ts';
import { answer, page } from '#platform/server/door.ts';

export const load = page(searchInRegister, ({ url }) => ({
  words: url.searchParams.get('words') ?? '',
  place: url.searchParams.get('place') ?? '',
}));

/** Suggestions while somebody types, through the same operation. */
export const actions = { search: answer(searchInRegister) };
