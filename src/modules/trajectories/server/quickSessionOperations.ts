import { id } from '#shared/inputs.ts';
import { z } from 'zod';
import { mayOn, query } from '#platform/server/operation.ts';
import { enterpriseHandle } from '#modules/enterprises/index.server.ts';
import { TrajectoryInput } from '../inputs.ts';
import { may } from '../rules/states.ts';
import { readFacts } from './facts.ts';
import { trajectoryHandle } from './handle.ts';
import { defaultsOf } from './sessionOperations.ts';
import { listSessions, newestTrajectoryId } from './sessionStore.ts';

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

/** The same for the page of an enterprise, about its newest trajectory; null for who does not guide it. */
export const readEnterpriseSession = query({
  name: 'trajectories.readEnterpriseSession',
  input: z.object({ enterprise: id() }),
  on: enterpriseHandle,
  needs: 'enterprise.read',
  example: (world) => ({ enterprise: world['enterprise']! }),
  async run({ enterprise, db, actor, today }) {
    const newest = await newestTrajectoryId(db, enterprise.id);
    const trajectory = newest && (await trajectoryHandle.find(db, newest));
    if (!trajectory || !mayOn(actor, 'trajectory.guide', trajectory)) return { quick: null };
    const sessions = await listSessions(db, trajectory.id);
    return {
      quick: {
        trajectory: trajectory.id,
        defaults: await defaultsOf(db, trajectory, actor, today, sessions),
        may: may('recordSession', await readFacts(db, trajectory, today)),
      },
    };
  },
});
