import { readStop, stopTrajectory } from '#modules/trajectories/server/stopOperations.ts';
import { form, page } from '#platform/server/door.ts';

const trajectory = ({ params }: { params: Partial<Record<string, string>> }) => ({ trajectory: params['trajectory'] });

export const load = page(readStop, trajectory);
export const actions = { stop: form(stopTrajectory, trajectory) };
