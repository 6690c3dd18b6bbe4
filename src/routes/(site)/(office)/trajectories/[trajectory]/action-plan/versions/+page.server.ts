import { compareActionPlan } from '#modules/trajectories/server/versionOperations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(compareActionPlan, ({ params, url }) => ({
  trajectory: params.trajectory,
  from: url.searchParams.get('from') ?? undefined,
  to: url.searchParams.get('to') ?? undefined,
}));
