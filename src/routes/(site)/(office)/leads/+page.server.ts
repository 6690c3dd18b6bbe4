import { listLeads } from '#modules/recruitment/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(listLeads, ({ url }) => ({
  state: url.searchParams.get('state') ?? 'open',
  fund: url.searchParams.get('fund') || undefined,
  words: url.searchParams.get('words') ?? undefined,
  after: url.searchParams.get('after') ?? undefined,
}));
