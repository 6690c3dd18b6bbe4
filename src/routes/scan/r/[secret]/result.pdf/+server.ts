import { downloadScanResult } from '#modules/maturity/server/operations.ts';
import { file } from '#platform/server/door.ts';

export const GET = file(downloadScanResult, ({ params }) => ({ secret: params.secret }));
