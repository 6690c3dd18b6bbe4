import { query } from '#platform/server/operation.ts';
import { TrajectoryInput } from '../inputs.ts';
import { may } from '../rules/states.ts';
import { readFacts } from './facts.ts';
import { trajectoryHandle } from './handle.ts';
import { defaultsOf } from './sessionOperations.ts';
import { listSessions } from './sessionStore.ts';

/** What the quick form needs on another page: its defaults, and whether a session can be recorded now. */
export const readQuickSession = query({
  name: 'trajectories.readQuickSession',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor, today }) {
    const sessions = await listSessions(db, trajectory.id);
    const facts = await readFacts(db, trajectory, today);
    return {
      trajectory: trajectory.id,
      defaults: await defaultsOf(db, trajectory, actor, today, sessions),
      may: may('recordSession', facts),
    };
  },
});
