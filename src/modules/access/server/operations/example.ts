import { z } from 'zod';
import { notFound } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { readPeople, readPerson } from '#platform/server/people.ts';
import { StepIntoInput } from '../../inputs.ts';
import { exampleCast } from '../../rules/exampleCast.ts';
import { everyHolder, holdsOnlyExample } from '../grantStore.ts';
import { openSession, revokeSession } from '../store.ts';

/** The people of the example programme with their roles, for the page where a visitor chooses. */
export const listExampleRoles = query({
  name: 'access.listExampleRoles',
  input: z.object({}),
  on: nothing,
  needs: {
    public: 'only where the example programme is the only one; everybody in it is invented',
    sees: 'everything',
  },
  example: () => ({}),
  async run({ db, actor }) {
    if (!(await holdsOnlyExample(db))) throw notFound();
    const holders = await everyHolder(db, actor.locale);
    const people = await readPeople(
      db,
      holders.map((holder) => holder.person),
    );
    return {
      cast: exampleCast(holders.map((holder) => ({ ...holder, name: people.get(holder.person)?.name ?? '' }))),
      now: actor.kind === 'person' ? actor.id : null,
    };
  },
});

/** Signs a visitor in as somebody of the example. Never where a programme with real people exists. */
export const stepInto = command({
  name: 'access.stepInto',
  secretResult: true,
  input: StepIntoInput,
  on: nothing,
  needs: {
    public: 'only where the example programme is the only one; everybody in it is invented',
    sees: 'everything',
    perTenMinutes: 200,
  },
  example: (world) => ({ person: world['programmeManager']! }),
  async run({ db, actor, input, now }) {
    if (!(await holdsOnlyExample(db))) throw notFound();
    const holders = await everyHolder(db, actor.locale);
    if (!holders.some((holder) => holder.person === input.person)) throw notFound();
    if (actor.kind === 'person') await revokeSession(db, actor.id, actor.session);
    const person = await readPerson(db, input.person);
    return {
      person: input.person,
      locale: person?.locale ?? actor.locale,
      session: await openSession(
        db,
        { person: input.person, method: 'example', device: input.device, browser: input.browser },
        now,
      ),
    };
  },
  audit: (input) => ({ subject: { kind: 'person', id: input.person } }),
});
