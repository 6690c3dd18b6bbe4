import { exportRegister } from '#modules/aid/server/registerOperations.ts';
import { download } from '#platform/server/exports/download.ts';

export const GET = download(exportRegister, ({ url }) => Object.fromEntries(url.searchParams));
