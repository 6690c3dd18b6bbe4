import { forbidden, invalid, notNow } from '#platform/server/errors.ts';
import { command, mayOn, query, type Handle } from '#platform/server/operation.ts';
import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { changePerson, findByEmail, readPerson, type Person } from '#platform/server/people.ts';
import { hasAccount } from '#modules/enterprises/index.server.ts';
import { CorrectPersonInput, ErasePersonInput, PersonInput } from '../inputs.ts';
import { blocksOf, erase } from './erasing.ts';
import { exportOf } from './export.ts';
import { personHandle } from './handle.ts';
import { allPartsOf } from './placeStore.ts';
import { showPerson } from './showing.ts';

/** Operations that are only tried on nobody: as every role they would otherwise erase who the next test needs. */
const nobody = '00000000-0000-7000-8000-000000000000';

const why =
  'on request of the person: what stands about them wherever it stands, to who looks after all of their parts';

/** Whoever helps must look after everywhere the person plays a part: what lies elsewhere is not theirs to tell or to take. */
async function insistAllTheirs(db: Db, actor: Actor, person: Handle): Promise<void> {
  const parts = await allPartsOf(db, person.id);
  if (!parts.every((part) => mayOn(actor, 'privacy.help', { ...part, id: person.id })))
    throw notNow('privacy:because.elsewhere');
}

/** What is kept about a person: for who was asked by them. */
export const readPersonData = query({
  name: 'privacy.readPersonData',
  input: PersonInput,
  on: personHandle,
  needs: 'privacy.help',
  example: (world) => ({ person: world['enterpriseLead']! }),
  run: ({ person, db, actor, today, beyond }) =>
    beyond(why, async () => {
      await insistAllTheirs(db, actor, person);
      return showPerson(db, { person: person.id, locale: actor.locale, recent: true, today });
    }),
});

/** Everything that is kept about a person, to be given to them. */
export const exportPersonData = command({
  name: 'privacy.exportPersonData',
  input: PersonInput,
  on: personHandle,
  needs: 'privacy.help',
  secretResult: true,
  example: (world) => ({ person: world['enterpriseLead']! }),
  run: ({ person, db, actor, now, beyond }) =>
    beyond(why, async () => {
      await insistAllTheirs(db, actor, person);
      return exportOf(db, person.id, (await readPerson(db, person.id))?.locale ?? actor.locale, now);
    }),
  audit: (input, result) => ({
    subject: { kind: 'person', id: input.person },
    details: { sha256: result.sha256, records: result.records },
  }),
});

/** Corrects the values of somebody who does not sign in. Who does corrects their own. */
export const correctPerson = command({
  name: 'privacy.correctPerson',
  input: CorrectPersonInput,
  on: personHandle,
  needs: 'privacy.help',
  example: () => ({ person: nobody, name: 'Nieuwe Naam', locale: 'nl' }),
  run: ({ person, db, actor, input, beyond }) =>
    beyond(why, async () => {
      await insistAllTheirs(db, actor, person);
      const before = await readPerson(db, person.id);
      if (!before || before.erased) throw notNow('privacy:because.erased');
      if (await hasAccount(db, person.id)) throw forbidden();
      const { name, email, phone, locale } = input;
      if (email !== before.email && email && (await findByEmail(db, email)))
        throw invalid('email', 'privacy:error.emailTaken');
      await changePerson(db, person.id, { name, email, phone, locale } as Parameters<typeof changePerson>[2]);
      return { fields: changed(before, { name, email, phone, locale }) };
    }),
  audit: (input, result) => ({
    subject: { kind: 'person', id: input.person },
    fields: result.fields,
    hashesInput: false,
  }),
});

/** The names of the fields that differ. */
function changed(
  before: Person,
  after: Partial<Record<'name' | 'email' | 'phone' | 'locale', string | undefined>>,
): string[] {
  return (['name', 'email', 'phone', 'locale'] as const).filter((field) => before[field] !== after[field]);
}

/** Erases a person on their request; refused as long as something of theirs waits. */
export const erasePerson = command({
  name: 'privacy.erasePerson',
  input: ErasePersonInput,
  on: personHandle,
  needs: 'privacy.help',
  secretResult: true,
  example: () => ({ person: nobody, sure: 'on' }),
  run: ({ person, db, actor, now, today, beyond }) =>
    beyond(why, async () => {
      await insistAllTheirs(db, actor, person);
      if ((await blocksOf(db, person.id, today)).length > 0) throw notNow('privacy:because.blocked');
      return erase(db, person.id, now);
    }),
  audit: (input, { texts }) => ({ subject: { kind: 'person', id: input.person }, details: { texts } }),
});
