import type { Place } from '#platform/server/registries.ts';
import type { TrajectoryHandle } from './handle.ts';

/** Where the rows that a trajectory leaves in the registries belong. */
export function placeOf(trajectory: TrajectoryHandle): Place & { enterprise: string; trajectory: string } {
  const { programme, lot, provider, enterprise } = trajectory;
  return { programme, lot, provider, enterprise, trajectory: trajectory.id };
}
