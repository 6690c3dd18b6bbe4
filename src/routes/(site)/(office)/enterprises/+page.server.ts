import { listEnterprises } from '#modules/reporting/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(listEnterprises, ({ url }) => ({
  words: url.searchParams.get('words') ?? undefined,
  stage: url.searchParams.get('stage') || undefined,
  lot: url.searchParams.get('lot') || undefined,
  after: url.searchParams.get('after') ?? undefined,
}));
