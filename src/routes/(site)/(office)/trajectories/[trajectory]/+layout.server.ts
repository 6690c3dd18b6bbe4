import { readTrajectory } from '#modules/trajectories/server/frameOperations.ts';
import { pageOf } from '#platform/server/door.ts';

export const load = pageOf({ frame: readTrajectory }, ({ params }) => ({ frame: { trajectory: params.trajectory } }));
