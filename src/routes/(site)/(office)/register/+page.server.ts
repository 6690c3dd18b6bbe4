import { searchInRegister } from '#modules/register/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(searchInRegister, ({ url }) => ({
  words: url.searchParams.get('words') ?? '',
  place: url.searchParams.get('place') ?? '',
}));
