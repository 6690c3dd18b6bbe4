import { readEnterprise } from '#modules/reporting/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(readEnterprise, ({ params, url }) => ({
  ...Object.fromEntries(url.searchParams),
  enterprise: params.enterprise,
}));
