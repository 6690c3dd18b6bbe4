import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { giveGrant } from '#modules/access/index.server.ts';
import { addProgramme, readProgramme, type Programme } from '#modules/programmes/index.server.ts';
import { competentiechecks2023 } from '#modules/programmes/index.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { Refusal, type EditConflict, type InvalidInput } from '#platform/server/errors.ts';
import { addPerson, readPerson } from '#platform/server/people.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { checkDigits } from '../rules/checkDigits.ts';
import type { FactsView } from '../rules/views.ts';
import { addContact, changeContact, changeFacts, readFacts, removeContact } from './operations.ts';
import { originsOf } from './originStore.ts';
import { addContactRow, addEnterprise, moveEnterprise } from './store.ts';

useOwnDatabase();
const inSystem = <Result>(work: (db: Db) => Promise<Result>) =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });
const as = (person: string) => ({ locale: 'nl', as: person }) as const;
const refusal = async (work: Promise<unknown>) => {
  const caught = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(caught).toBeInstanceOf(Refusal);
  return caught as Refusal;
};

let programme: Programme;
let member: string;
let stranger: string;
let auditor: string;
let sequence = 80_000;

beforeAll(async () => {
  await inSystem(async (db) => {
    programme =
      (await readProgramme(db)) ??
      (await addProgramme(db, competentiechecks2023, { from: '2026-01-01', until: '2027-12-31', example: true }));
    const person = async (
      name: string,
      role: 'provider_member' | 'auditor',
      scope: 'provider' | 'programme',
      id: string,
    ) => {
      const added = await addPerson(db, { name }, 'nl');
      await giveGrant(db, { person: added, role, scope, id, programme: programme.id });
      return added;
    };
    const provider = (code: string) => programme.providers.find((one) => one.code === code)!.id;
    member = await person('Ann Proef', 'provider_member', 'provider', provider('alimento'));
    stranger = await person('Cas Proef', 'provider_member', 'provider', provider('cobot'));
    auditor = await person('Arne Proef', 'auditor', 'programme', programme.id);
  });
});

/** A bakery with an owner who signs in and a bookkeeper who does not. */
async function bakery() {
  return inSystem(async (db) => {
    const provider = programme.providers.find(({ code }) => code === 'alimento')!;
    const firstEight = String(1_900_000 + (sequence += 1)).padStart(8, '0');
    const place = { programme: programme.id, lot: provider.lot, provider: provider.id };
    const id = await addEnterprise(db, {
      ...place,
      number: firstEight + checkDigits(firstEight),
      name: 'Bakkerij De Feitenkorst',
      municipality: '9140 Temse',
      organisationKind: 'enterprise',
      careKind: null,
      sectorCode: 'bakery',
      jointCommittees: [],
      workers: 14,
      locale: 'nl',
    });
    const owner = await addPerson(db, { name: 'Nadia Feit', email: `nadia.${firstEight}@feit.example.org` }, 'nl');
    const bookkeeper = await addPerson(db, { name: 'Bart Feit' }, 'nl');
    await giveGrant(db, { person: owner, role: 'enterprise_lead', scope: 'enterprise', id, programme: programme.id });
    await addContactRow(db, { id, ...place }, { person: owner, capacity: 'owner' });
    await addContactRow(db, { id, ...place }, { person: bookkeeper, capacity: 'bookkeeper' });
    return { id, owner, bookkeeper };
  });
}

const read = (who: string, enterprise: string) => readFacts.call(as(who), { enterprise }) as Promise<FactsView>;
const typed = (view: FactsView, change: Record<string, unknown> = {}) => ({
  enterprise: view.enterprise.id,
  version: view.enterprise.version,
  shown: view.shown,
  name: view.enterprise.name,
  municipality: view.enterprise.municipality ?? '',
  sectorCode: view.enterprise.sectorCode ?? '',
  jointCommittees: view.enterprise.jointCommittees,
  workers: String(view.enterprise.workers ?? ''),
  locale: view.enterprise.locale,
  ...change,
});
const contactOf = (view: FactsView, name: string) => view.contacts.find((contact) => contact.name === name)!;

describe('what is known of a fact and from where', () => {
  test('is each value it had, the newest first, with who gave it and when', async () => {
    const { id, owner } = await bakery();
    await changeFacts.call(as(member), typed(await read(member, id), { workers: '15' }));
    await changeFacts.call(as(owner), typed(await read(owner, id), { workers: '16', municipality: '' }));
    const { origins } = await read(member, id);
    const workers = origins.filter(({ what }) => what === 'workers');
    expect(workers.map(({ given, source }) => [given, source])).toEqual([
      [16, 'correction'],
      [15, 'correction'],
    ]);
    expect(workers[0]?.by).toBe('Nadia Feit');
    expect(workers[0]?.at).toBeInstanceOf(Date);
    // A fact that was emptied is known as nothing; one that nobody touched has nothing new.
    expect(origins.filter(({ what }) => what === 'municipality').map(({ given }) => given)).toEqual([null]);
    expect(origins.some(({ what }) => what === 'locale')).toBe(false);
  });

  test('of the example begins with the request for help', async () => {
    const example = await inSystem((db) =>
      db.one<{ id: string }>(
        sql`select enterprise_id as id from field_origins where source = 'request' group by enterprise_id order by enterprise_id limit 1`,
      ),
    );
    const origins = await inSystem((db) => originsOf(db, example.id));
    expect(origins.map(({ what }) => what)).toContain('name');
  });

  test('goes along with the enterprise to another lot, out of sight of who had it', async () => {
    const { id } = await bakery();
    const other = programme.providers.find(({ code, lot }) => code !== 'alimento' && lot !== null)!;
    await changeFacts.call(as(member), typed(await read(member, id), { workers: '15' }));
    await inSystem((db) => moveEnterprise(db, id, { programme: programme.id, lot: other.lot, provider: other.id }));
    const places = await inSystem((db) =>
      db.many<{ provider: string }>(
        sql`select distinct provider_id as provider from field_origins where enterprise_id = ${id}`,
      ),
    );
    expect(places).toEqual([{ provider: other.id }]);
  });
});

describe('the facts of an enterprise', () => {
  test('are completed by the fund and by the enterprise itself', async () => {
    const { id, owner } = await bakery();
    await changeFacts.call(
      as(member),
      typed(await read(member, id), {
        jointCommittees: [
          { number: '118', workers: '12' },
          { number: '', workers: '' },
        ],
      }),
    );
    await changeFacts.call(as(owner), typed(await read(owner, id), { workers: '15', locale: 'fr' }));
    expect((await read(member, id)).enterprise).toMatchObject({
      workers: 15,
      locale: 'fr',
      jointCommittees: [{ number: '118', workers: 12 }],
      version: 3,
    });
  });

  test('with committees of another lot say so', async () => {
    const { id } = await bakery();
    await changeFacts.call(
      as(member),
      typed(await read(member, id), {
        jointCommittees: [
          { number: '118', workers: '7' },
          { number: '201', workers: '7' },
        ],
      }),
    );
    expect((await read(member, id)).lots).toEqual([2, 5]);
    await changeFacts.call(as(member), typed(await read(member, id), { jointCommittees: [{ number: '201' }] }));
    expect(await read(member, id)).toMatchObject({ lots: [5], lot: 2, fund: 'Alimento' });
    await changeFacts.call(as(member), typed(await read(member, id), { jointCommittees: [{ number: '118' }] }));
    expect((await read(member, id)).lots).toEqual([]);
  });

  test('that are nonsense are told beside the field', async () => {
    const { id } = await bakery();
    const view = await read(member, id);
    const wrong = typed(view, { name: '', workers: '-1', jointCommittees: [{ number: 'PC x' }], locale: 'xx' });
    const refused = (await refusal(changeFacts.call(as(member), wrong))) as InvalidInput;
    expect(refused.issues.map(({ path }) => path).sort()).toEqual([
      'jointCommittees.0.number',
      'locale',
      'name',
      'workers',
    ]);
    const sector = (await refusal(changeFacts.call(as(member), typed(view, { sectorCode: 'moon' })))) as InvalidInput;
    expect(sector.issues[0]!.path).toBe('sectorCode');
  });

  test('changed by two people at once lose nothing: what only one changed is kept', async () => {
    const { id, owner } = await bakery();
    const [mine, theirs] = [await read(member, id), await read(owner, id)];
    await changeFacts.call(as(owner), typed(theirs, { workers: '20' }));
    await changeFacts.call(as(member), typed(mine, { municipality: '9100 Sint-Niklaas' }));
    expect((await read(member, id)).enterprise).toMatchObject({ workers: 20, municipality: '9100 Sint-Niklaas' });
  });

  test('changed differently by two people are shown to the second, who decides', async () => {
    const { id, owner } = await bakery();
    const [mine, theirs] = [await read(member, id), await read(owner, id)];
    await changeFacts.call(as(owner), typed(theirs, { workers: '20' }));
    const conflict = (await refusal(changeFacts.call(as(member), typed(mine, { workers: '30' })))) as EditConflict;
    expect(conflict.conflicts).toMatchObject([{ path: 'workers', mine: 30, theirs: 20 }]);
    await changeFacts.call(as(member), typed(await read(member, id), { workers: '30' }));
    expect((await read(member, id)).enterprise.workers).toBe(30);
  });

  test('are not there for another fund, and not to change for an auditor', async () => {
    const { id } = await bakery();
    const view = await read(auditor, id);
    expect(view.mayChange).toBe(false);
    expect((await refusal(read(stranger, id))).status).toBe(404);
    expect((await refusal(changeFacts.call(as(stranger), typed(view)))).status).toBe(404);
    expect((await refusal(changeFacts.call(as(auditor), typed(view)))).status).toBe(403);
  });

  test('hold script as text', async () => {
    const { id } = await bakery();
    const name = '<img src=x onerror=alert(1)>';
    await changeFacts.call(as(member), typed(await read(member, id), { name, shown: '{"name":"__proto__"' }));
    expect((await read(member, id)).enterprise.name).toBe(name);
  });
});

describe('the contacts of an enterprise', () => {
  test('are added, and the same person stays one', async () => {
    const { id } = await bakery();
    const contact = {
      enterprise: id,
      name: 'Hanne Feit',
      email: `hanne.${id}@feit.example.org`,
      phone: '0470 11 22 33',
      capacity: 'hr',
    };
    await addContact.call(as(member), contact);
    await addContact.call(as(member), { ...contact, name: 'Iemand Anders' });
    const view = await read(member, id);
    expect(view.contacts.filter(({ email }) => email === contact.email)).toMatchObject([
      { name: 'Hanne Feit', main: false },
    ]);
  });

  test('who do not sign in are corrected', async () => {
    const { id } = await bakery();
    const { id: contact } = contactOf(await read(member, id), 'Bart Feit');
    await changeContact.call(as(member), {
      enterprise: id,
      contact,
      name: 'Bart Feitens',
      phone: '0470 99 88 77',
      capacity: 'bookkeeper',
    });
    expect(contactOf(await read(member, id), 'Bart Feitens').phone).toBe('0470 99 88 77');
  });

  test('who sign in keep their own name: nobody else writes it', async () => {
    const { id, owner } = await bakery();
    const shown = contactOf(await read(member, id), 'Nadia Feit');
    expect(shown.account).toBe(true);
    const rename = changeContact.call(as(member), {
      enterprise: id,
      contact: shown.id,
      name: 'Valse Naam',
      capacity: 'owner',
    });
    expect((await refusal(rename)).status).toBe(403);
    await changeContact.call(as(member), { enterprise: id, contact: shown.id, capacity: 'director' });
    expect((await inSystem((db) => readPerson(db, owner)))?.name).toBe('Nadia Feit');
    expect(contactOf(await read(member, id), 'Nadia Feit').capacity).toBe('director');
  });

  test('have one first contact, who goes only when another is', async () => {
    const { id } = await bakery();
    const view = await read(member, id);
    const [main, other] = [contactOf(view, 'Nadia Feit'), contactOf(view, 'Bart Feit')];
    expect((await refusal(removeContact.call(as(member), { enterprise: id, contact: main.id }))).status).toBe(409);
    await changeContact.call(as(member), { enterprise: id, contact: other.id, capacity: 'bookkeeper', main: 'on' });
    expect((await read(member, id)).contacts.map(({ main: first }) => first)).toEqual([true, false]);
    await removeContact.call(as(member), { enterprise: id, contact: main.id });
    expect((await read(member, id)).contacts).toHaveLength(1);
  });

  test('of another enterprise cannot be reached through mine', async () => {
    const [mine, theirs] = [await bakery(), await bakery()];
    const { id: contact } = contactOf(await read(member, theirs.id), 'Bart Feit');
    const through = { enterprise: mine.id, contact, capacity: 'other' };
    expect((await refusal(changeContact.call(as(mine.owner), through))).status).toBe(404);
    expect((await refusal(removeContact.call(as(mine.owner), through))).status).toBe(404);
  });
});
