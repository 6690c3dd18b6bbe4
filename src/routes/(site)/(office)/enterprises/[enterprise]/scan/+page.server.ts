import { readScan } from '#modules/maturity/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(readScan, ({ params, url }) => ({
  enterprise: params.enterprise,
  scan: url.searchParams.get('scan') ?? undefined,
}));
