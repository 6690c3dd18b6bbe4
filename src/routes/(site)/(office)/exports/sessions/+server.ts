import { exportSessions } from '#modules/reporting/server/exportOperations.ts';
import { download } from '#platform/server/exports/download.ts';

export const GET = download(exportSessions, ({ url }) => Object.fromEntries(url.searchParams));
