import { readThanks } from '#modules/recruitment/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(readThanks, ({ url }) => ({
  fund: url.searchParams.get('fund') ?? undefined,
  by: url.searchParams.get('by') ?? undefined,
}));
