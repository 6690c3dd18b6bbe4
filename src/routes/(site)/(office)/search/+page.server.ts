import { searchEverywhere } from '#modules/reporting/server/searchOperations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(searchEverywhere, ({ url }) => ({ words: url.searchParams.get('words') ?? undefined }));
