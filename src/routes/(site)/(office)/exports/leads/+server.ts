import { exportLeads } from '#modules/recruitment/server/operations.ts';
import { download } from '#platform/server/exports/download.ts';

export const GET = download(exportLeads, ({ url }) => Object.fromEntries(url.searchParams));
