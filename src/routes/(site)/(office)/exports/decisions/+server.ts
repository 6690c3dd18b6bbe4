import { exportDecisions } from '#modules/reporting/server/decisionListOperations.ts';
import { download } from '#platform/server/exports/download.ts';

export const GET = download(exportDecisions, ({ url }) => Object.fromEntries(url.searchParams));
