import { z } from 'zod';
import { mayOn, query } from '#platform/server/operation.ts';
import { id } from '#shared/inputs.ts';
import type { TrajectoryState } from '../rules/states.ts';
import { trajectoryHandle } from './handle.ts';

/** What every page of a trajectory shows above itself. */
export interface TrajectoryFrameFacts {
  readonly id: string;
  readonly state: TrajectoryState;
  readonly enterprise: { readonly id: string; readonly name: string };
  /** What the reader is to this trajectory, for what a page offers; the operations decide by themselves. */
  readonly reader: { readonly guides: boolean; readonly manages: boolean; readonly approves: boolean };
}

/** The frame of a trajectory's pages: whose it is, where it stands, who is looking. */
export const readTrajectory = query({
  name: 'trajectories.readTrajectory',
  input: z.object({ trajectory: id() }),
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, actor }): Promise<TrajectoryFrameFacts> {
    return {
      id: trajectory.id,
      state: trajectory.state as TrajectoryState,
      enterprise: { id: trajectory.enterprise, name: trajectory.enterpriseName },
      reader: {
        guides: mayOn(actor, 'trajectory.guide', trajectory),
        manages: mayOn(actor, 'trajectory.manage', trajectory),
        approves: mayOn(actor, 'trajectory.plan.approve', trajectory),
      },
    };
  },
});
