import { readEnterprise } from '#modules/reporting/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(readEnterprise, ({ params, url }) => ({
  enterprise: params.enterprise,
  show: url.searchParams.get('show') ?? undefined,
  after: url.searchParams.get('after') ?? undefined,
}));
