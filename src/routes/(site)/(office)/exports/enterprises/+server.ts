import { exportEnterprises } from '#modules/reporting/server/exportOperations.ts';
import { download } from '#platform/server/exports/download.ts';

export const GET = download(exportEnterprises, ({ url }) => Object.fromEntries(url.searchParams));
