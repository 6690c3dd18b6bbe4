import { noteVisit } from '#modules/reporting/server/homeOperations.ts';
import { readHome } from '#modules/reporting/server/operations.ts';
import { pageOf } from '#platform/server/door.ts';

export const load = pageOf({ visit: noteVisit, home: readHome }, ({ url }) => ({
  home: Object.fromEntries(
    ['role', 'after', 'mine', 'week'].map((name) => [name, url.searchParams.get(name) ?? undefined]),
  ),
}));
