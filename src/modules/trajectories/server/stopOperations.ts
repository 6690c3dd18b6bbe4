import { command, mayOn, query } from '#platform/server/operation.ts';
import { invalid } from '#platform/server/errors.ts';
import { addTimelineEntry, closeTasksOfTrajectory } from '#platform/server/registries.ts';
import { dayText } from '#shared/dayText.ts';
import { releaseAid } from '#modules/aid/index.server.ts';
import { voidOpenDocuments } from '#modules/signatures/index.server.ts';
import { StopInput, TrajectoryInput } from '../inputs.ts';
import { may } from '../rules/states.ts';
import type { StopView } from '../rules/stopView.ts';
import { insist, moveOn, readFacts } from './facts.ts';
import { guidanceGiven } from './guidanceCost.ts';
import { trajectoryHandle } from './handle.ts';
import { placeOf } from './place.ts';
import { isOffice } from './reader.ts';
import { readStopped, writeStopped } from './stopStore.ts';

/** Whether a trajectory can be stopped, or when and why it was; the words stay in the office. */
export const readStop = query({
  name: 'trajectories.readStop',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor, today }): Promise<StopView> {
    const stopped = await readStopped(db, trajectory.id);
    return {
      trajectory: trajectory.id,
      today,
      manages: mayOn(actor, 'trajectory.manage', trajectory),
      may: may('stop', await readFacts(db, trajectory, today)),
      stopped: stopped ? { ...stopped, words: isOffice(actor, trajectory) ? stopped.words : '' } : null,
    };
  },
});

/** Ends a trajectory before its time: nothing waits any more, what was not confirmed yet is void, everything stays readable. */
export const stopTrajectory = command({
  name: 'trajectories.stopTrajectory',
  input: StopInput,
  on: trajectoryHandle,
  needs: 'trajectory.manage',
  example: (world) => ({
    trajectory: world['trajectory']!,
    on: '2026-11-02',
    reason: 'no_time',
    words: 'De zaakvoerder heeft dit jaar geen tijd meer.',
  }),
  async run({ trajectory, input, db, actor, now, today, beyond }) {
    const facts = await insist(db, trajectory, 'stop', today);
    if (input.on > today) throw invalid('on', 'trajectories.office:stop.error.future');
    if (input.on < trajectory.startedOn)
      throw invalid('on', 'trajectories.office:stop.error.early', { day: dayText(trajectory.startedOn, actor.locale) });
    const { on, reason, words } = input;
    await writeStopped(db, trajectory.id, { on, reason, words, from: facts.state });
    await moveOn(db, trajectory, 'stop', facts);
    const tasks = await closeTasksOfTrajectory(db, trajectory.id);
    const documents = await voidOpenDocuments(db, trajectory.id, now);
    await releaseAid({ db, actor, now, today, beyond }, placeOf(trajectory), await guidanceGiven(db, trajectory.id));
    await addTimelineEntry(db, placeOf(trajectory), {
      kind: 'trajectories.stopped',
      day: on,
      textKey: 'trajectories:timeline.stopped',
      link: `/trajectories/${trajectory.id}/stop`,
    });
    return { from: facts.state, tasks, documents };
  },
  audit: (input, result) => ({
    fields: ['state', 'on', 'reason', 'words'],
    details: { reason: input.reason, ...result },
  }),
});
