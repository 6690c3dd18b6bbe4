import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { command } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { LeaveInput, PresenceInput } from '../presenceInputs.ts';
import { isHere, othersHere } from '../rules/presence.ts';
import { trajectoryHandle } from './handle.ts';
import { endPresence, forgetOldPresence, keepPresence, readOpenPages } from './presenceStore.ts';
import { personOf } from './reader.ts';

const tab = '7d1f0a52-3c1e-4b8e-9a55-0c7f6a2d9b10';

/** Says that a page stands open, and where the reader is in it; gives who else has it open. For who may see the page, and nobody else. */
export const bePresent = command({
  name: 'trajectories.bePresent',
  input: PresenceInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']!, form: 'plan', tab, section: 'goals' }),
  audit: { none: 'who looks at a page is forgotten within the minute; a line would keep it for years' },
  async run({ trajectory, input, db, actor, now, effects }) {
    const place = { ...input, trajectory: trajectory.id, person: personOf(actor) };
    const pages = await readOpenPages(db, place);
    const before = pages.find((page) => page.tab === input.tab && page.person === place.person);
    await keepPresence(db, place, input.section, now);
    // The others are told when there is something to see, not at each sign of life.
    if (!before || !isHere(before, now) || before.section !== input.section) await effects.presence();
    const others = othersHere(pages, place.person, now);
    const people = await readPeople(
      db,
      others.map(({ person }) => person),
    );
    return { others: others.map(({ person, section }) => ({ name: people.get(person)?.name ?? '—', section })) };
  },
});

/** Says that a page was closed, or put away. */
export const leave = command({
  name: 'trajectories.leave',
  input: LeaveInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']!, form: 'plan', tab }),
  audit: { none: 'who looks at a page is forgotten within the minute; a line would keep it for years' },
  async run({ trajectory, input, db, actor, effects }) {
    const ended = await endPresence(db, { ...input, trajectory: trajectory.id, person: personOf(actor) });
    if (ended > 0) await effects.presence();
    return { left: ended > 0 };
  },
});

/** Rows of browsers that went away without a word. */
export const forgetPresence = defineJob({
  name: 'trajectories.forgetPresence',
  every: '23 * * * *',
  async run() {
    await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system', system: true });
      await forgetOldPresence(db, new Date());
    });
  },
});
