import { forbidden, notFound, notNow } from '#platform/server/errors.ts';
import { command } from '#platform/server/operation.ts';
import { changePerson, findOrAddPerson } from '#platform/server/people.ts';
import { AddContactInput, ChangeContactInput, RemoveContactInput } from '../factsInputs.ts';
import { enterpriseHandle } from './handle.ts';
import {
  addContactRow,
  changeContactRow,
  contactsOf,
  hasAccount,
  readEnterpriseRow,
  removeContactRow,
} from './store.ts';

const noContact = '00000000-0000-7000-8000-000000000000';

/** Adds somebody whom we may contact. Who is known by this e-mail address already keeps the name and number they have. */
export const addContact = command({
  name: 'enterprises.addContact',
  input: AddContactInput,
  on: enterpriseHandle,
  needs: 'enterprise.change',
  example: (world) => ({
    enterprise: world['enterprise']!,
    name: 'Nieuwe Contact',
    email: 'nieuwe.contact@example.org',
    capacity: 'hr',
  }),
  async run({ enterprise, db, input }) {
    const row = await readEnterpriseRow(db, enterprise.id);
    if (!row) throw notFound();
    const { name, email, phone } = input;
    const person = await findOrAddPerson(db, { name, email, ...(phone ? { phone } : {}) }, row.locale);
    await addContactRow(db, row, { person, capacity: input.capacity });
    return { person };
  },
  audit: (input, result) => ({
    subject: { kind: 'enterprise', id: input.enterprise },
    fields: ['contacts'],
    details: { person: result.person, capacity: input.capacity },
  }),
});

/** Changes a contact. Somebody who signs in here keeps their own name and number: then only the part they play changes. */
export const changeContact = command({
  name: 'enterprises.changeContact',
  input: ChangeContactInput,
  on: enterpriseHandle,
  needs: 'enterprise.change',
  example: (world) => ({ enterprise: world['enterprise']!, contact: noContact, capacity: 'hr' }),
  async run({ enterprise, db, input, beyond }) {
    const contact = (await contactsOf(db, enterprise.id)).find(({ id }) => id === input.contact);
    if (!contact) throw notFound();
    if (input.name !== undefined) {
      const account = await beyond(
        'whether the contact signs in; nothing of it is told but that they keep their name',
        () => hasAccount(db, contact.person),
      );
      if (account) throw forbidden();
      await changePerson(db, contact.person, { name: input.name, ...(input.phone ? { phone: input.phone } : {}) });
    }
    await changeContactRow(db, enterprise.id, { id: contact.id, capacity: input.capacity, main: input.main });
    return { person: contact.person };
  },
  audit: (input, result) => ({
    subject: { kind: 'enterprise', id: input.enterprise },
    fields: ['contacts', ...(input.name === undefined ? [] : ['name', 'phone'])],
    details: { person: result.person, capacity: input.capacity, main: input.main },
  }),
});

/** Takes somebody off the list of contacts; the main contact goes only when another is the main one. */
export const removeContact = command({
  name: 'enterprises.removeContact',
  input: RemoveContactInput,
  on: enterpriseHandle,
  needs: 'enterprise.change',
  example: (world) => ({ enterprise: world['enterprise']!, contact: noContact }),
  async run({ enterprise, db, input }) {
    const contact = (await contactsOf(db, enterprise.id)).find(({ id }) => id === input.contact);
    if (!contact) throw notFound();
    if (!(await removeContactRow(db, enterprise.id, contact.id))) throw notNow('enterprises:facts.mainStays');
    return { person: contact.person };
  },
  audit: (input, result) => ({
    subject: { kind: 'enterprise', id: input.enterprise },
    fields: ['contacts'],
    details: { person: result.person },
  }),
});
