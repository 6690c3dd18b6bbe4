import { listAttention } from '#modules/reporting/server/homeOperations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(listAttention, ({ url }) => ({
  kind: url.searchParams.get('kind') ?? undefined,
  after: url.searchParams.get('after') ?? undefined,
}));
