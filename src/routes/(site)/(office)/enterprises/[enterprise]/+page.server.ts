import { readEnterprise } from '#modules/reporting/server/operations.ts';
import { readEnterpriseSession } from '#modules/trajectories/server/quickSessionOperations.ts';
import { pageOf } from '#platform/server/door.ts';

export const load = pageOf({ view: readEnterprise, session: readEnterpriseSession }, ({ params, url }) => ({
  view: {
    enterprise: params['enterprise'],
    show: url.searchParams.get('show') ?? undefined,
    after: url.searchParams.get('after') ?? undefined,
  },
  session: { enterprise: params['enterprise'] },
}));
