import { readHome } from '#modules/reporting/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(readHome, ({ url }) => ({
  role: url.searchParams.get('role') ?? undefined,
  after: url.searchParams.get('after') ?? undefined,
  mine: url.searchParams.get('mine') ?? undefined,
}));
