import { listDecisions } from '#modules/reporting/server/decisionListOperations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(listDecisions, ({ url }) => Object.fromEntries(url.searchParams));
