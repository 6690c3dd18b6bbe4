import { command } from '#platform/server/operation.ts';
import { notFound, notNow } from '#platform/server/errors.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { StrikeSessionInput } from '../sessionInputs.ts';
import { insist } from './facts.ts';
import { trajectoryHandle } from './handle.ts';
import { personOf } from './reader.ts';
import { sessionLink } from './sessionOperations.ts';
import { readSession, strikeOut } from './sessionStore.ts';

/** Strikes out a session that did not take place or was noted twice. It stays to be read; its hours count no longer. */
export const strikeSession = command({
  name: 'trajectories.strikeSession',
  input: StrikeSessionInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({
    trajectory: world['trajectory']!,
    session: '00000000-0000-7000-8000-000000000000',
    version: 1,
    reason: 'Tweemaal genoteerd.',
  }),
  async run({ trajectory, input, db, actor, now, today }) {
    await insist(db, trajectory, 'strikeSession', today);
    const row = await readSession(db, trajectory.id, input.session);
    if (!row) throw notFound();
    const by = personOf(actor);
    if (row.version !== input.version || !(await strikeOut(db, row, { by, at: now, reason: input.reason })))
      throw notNow('trajectories:session.changedMeanwhile');
    await addTimelineEntry(db, trajectory, {
      kind: 'trajectories.sessionStruck',
      day: today,
      textKey: 'trajectories:session.event.struck',
      parameters: { hours: row.hours, day: row.on, byPerson: by },
      link: sessionLink(trajectory.id, row.id),
    });
    return { session: row.id, hours: row.hours };
  },
  audit: (_input, result) => ({
    subject: { kind: 'session', id: result.session },
    fields: ['struck', 'reason'],
    details: { hours: result.hours },
  }),
});
