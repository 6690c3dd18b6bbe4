import { exportTasks } from '#modules/reporting/server/taskOperations.ts';
import { download } from '#platform/server/exports/download.ts';

export const GET = download(exportTasks, ({ url }) => Object.fromEntries(url.searchParams));
