import { downloadScan } from '#modules/maturity/server/operations.ts';
import { file } from '#platform/server/door.ts';

export const GET = file(downloadScan, ({ params, url }) => ({
  enterprise: params.enterprise,
  scan: url.searchParams.get('scan') ?? undefined,
}));
