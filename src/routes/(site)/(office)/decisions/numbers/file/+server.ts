import { exportNumbers } from '#modules/eligibility/server/numberOperations.ts';
import { download } from '#platform/server/exports/download.ts';

export const GET = download(exportNumbers, ({ url }) => ({ numbers: url.searchParams.get('numbers') ?? '' }));
