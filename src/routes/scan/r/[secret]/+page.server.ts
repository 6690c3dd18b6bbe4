import { deleteOwnScan, readScanResult } from '#modules/maturity/server/operations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(readScanResult, ({ params }) => ({ secret: params.secret }));
export const actions = {
  delete: form(
    deleteOwnScan,
    ({ params }) => ({ secret: params.secret }),
    () => '/scan?deleted=1',
  ),
};
