import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import type { InvalidInput } from '#platform/server/errors.ts';
import { readPerson } from '#platform/server/people.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { LeadView } from '../rules/views.ts';
import { listLeads, readLead, requestHelp } from './operations.ts';
import type { RequestReceived } from './requestOperations.ts';
import {
  as,
  ask,
  at,
  count,
  inSystem,
  leadRow,
  lettersTo,
  monday,
  newNumber,
  plantWorld,
  refusal,
  request,
  tasksOf,
  today,
  type World,
} from './world.testing.ts';

useOwnDatabase();
let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const read = (who: string, lead: string) => readLead.call(as(who), { lead }, at()) as Promise<LeadView>;
const issues = async (work: Promise<unknown>) =>
  ((await refusal(work)) as InvalidInput).issues.map(({ path, textKey }) => `${path} ${textKey}`);

describe('a request for help', () => {
  test('becomes a lead of the fund, with an enterprise, a contact, a task and a letter', async () => {
    const received = await ask();
    expect(received).toMatchObject({ fund: 'alimento', by: monday });
    const lead = await leadRow(received.request);
    const fund = world.provider('alimento');
    expect(lead).toMatchObject({ state: 'new', provider: fund.id, lot: fund.lot });
    expect(await tasksOf(received.request)).toEqual([
      { kind: 'recruitment.contactLead', roles: ['provider_member'], provider: fund.id, person: null, due: monday },
    ]);
    expect(await lettersTo(lead.contact)).toEqual([
      {
        template: 'recruitment.received',
        locale: 'nl',
        parameters: { fund: 'Alimento', known: 'yes', day: '23 november 2026' },
      },
    ]);
    expect(await read(world.people.alimento, received.request)).toMatchObject({
      enterprise: { name: 'Bakkerij De Proefkorst', workers: 14, sector: 'Bakkerij' },
      contact: { name: 'Nadia Proefkorst', phone: '0470 12 34 56', typed: null },
      message: 'Ik wil niet elke keer zelf inspringen.',
      wantsCall: true,
      source: 'website',
    });
    expect(
      await count(
        sql`select count(*)::int as count from enterprise_people where enterprise_id = ${lead.enterprise} and main`,
      ),
    ).toBe(1);
  });

  test('of somebody in French is answered in French', async () => {
    const received = (await requestHelp.call({ locale: 'fr', address: 'fr' }, request(), at())) as RequestReceived;
    const { contact } = await leadRow(received.request);
    expect((await lettersTo(contact))[0]).toMatchObject({ locale: 'fr', parameters: { day: '23 novembre 2026' } });
  });

  test('without a sector waits at the programme', async () => {
    const received = await ask({ sector: 'none' });
    expect(received.fund).toBeNull();
    expect(await tasksOf(received.request)).toMatchObject([{ roles: ['programme_manager'], provider: null }]);
    expect((await read(world.people.manager, received.request)).actions.handOver).toEqual({
      shown: true,
      because: null,
    });
    expect((await refusal(read(world.people.alimento, received.request))).status).toBe(404);
  });

  test('to a fund where nobody works yet is shown to its lot too', async () => {
    await inSystem((db) =>
      db.run(
        sql`update grants set withdrawn_at = now() where role = 'provider_member' and scope_id = ${world.provider('grafoc').id}`,
      ),
    );
    const received = await ask({ sector: 'printing' });
    expect(await tasksOf(received.request)).toMatchObject([{ roles: ['provider_member', 'lot_coordinator'] }]);
  });

  test('in two lots goes where the person says most people work, and both stay in sight', async () => {
    const received = await ask({ sector: 'transport', lot: '5' });
    expect(received.fund).toBe('unizo');
    const { lots } = await read(world.people.unizo, received.request);
    expect(lots.map(({ number, fund }) => `${number} ${fund}`)).toEqual(['3 Liberform', '5 Unizo']);
  });

  test.each([
    ['without consent', { consent: '' }, ['consent error.consent']],
    ['that wants a call without a number', { phone: '' }, ['phone recruitment:error.phoneForCall']],
    ['with a number that cannot be', { number: '0190090008' }, ['number enterprises:error.check']],
    ['with an e-mail that is none', { email: 'nadia' }, ['email error.email']],
    ['of 250 workers', { workers: '250' }, ['workers recruitment:way.tooLarge']],
    ['of a sector that does not exist', { sector: 'moon' }, ['sector programmes:error.sector']],
    ['in two lots without a choice', { sector: 'transport' }, ['lot recruitment:way.lots']],
    ['from Wallonia', { municipality: '4000 Liège' }, ['municipality recruitment:way.outside.wallonia']],
    ['with minus three workers', { workers: '-3' }, ['workers error.tooSmall']],
    [
      'of the parks of a town',
      { organisationKind: 'local_authority', careKind: 'other' },
      ['careKind recruitment:way.authority'],
    ],
  ])('%s is told so and leaves nothing behind', async (_, change, expected) => {
    const number = newNumber();
    expect(await issues(ask({ number, ...change }))).toEqual(expected);
    expect(await count(sql`select count(*)::int as count from enterprises where number = ${number}`)).toBe(0);
  });

  test('of 249 workers is taken', async () => {
    expect((await ask({ workers: '249' })).fund).toBe('alimento');
  });

  test('with script in every text keeps it as text', async () => {
    const script = '<script>alert(1)</script> {name} %s';
    const received = await ask({ name: script, contactName: script, message: script, municipality: `9140 ${script}` });
    const view = await read(world.people.alimento, received.request);
    expect([view.enterprise.name, view.contact.name, view.message]).toEqual([script, script, script]);
  });

  test('sent twice counts once', async () => {
    const typed = { number: newNumber() };
    const once = { ...at(), idempotencyKey: crypto.randomUUID() };
    const first = await requestHelp.call({ locale: 'nl', address: 'twice' }, request(typed), once);
    const second = await requestHelp.call({ locale: 'nl', address: 'twice' }, request(typed), once);
    expect(second).toEqual(first);
    expect(
      await count(
        sql`select count(*)::int as count from attached_requests a join enterprises e on e.id = a.enterprise_id where e.number = ${typed.number}`,
      ),
    ).toBe(0);
  });

  test('is counted: the eleventh within ten minutes from one place has to wait', async () => {
    const from = { locale: 'nl', address: '198.51.100.7' } as const;
    for (let sent = 0; sent < 10; sent++) await requestHelp.call(from, request(), at(today, 12));
    expect((await refusal(requestHelp.call(from, request(), at(today, 12)))).code).toBe('too_often');
    expect(await requestHelp.call(from, request(), at(today, 13))).toBeDefined();
  });

  test('says where it came from only when the office says so', async () => {
    const visitors = await ask({ source: 'event' });
    const office = (await requestHelp.call(
      as(world.people.alimento),
      request({ source: 'event' }),
      at(today, 15),
    )) as RequestReceived;
    expect((await read(world.people.alimento, visitors.request)).source).toBe('website');
    expect((await read(world.people.alimento, office.request)).source).toBe('event');
  });

  test('leaves a line in the trail that names no person', async () => {
    const received = await ask();
    const line = await inSystem((db) =>
      db.one<{ details: object; fields: string[] }>(
        sql`select details, fields from audit_entries where subject_id = ${received.request}`,
      ),
    );
    expect(line.fields).toContain('email');
    expect(JSON.stringify(line)).not.toMatch(/Nadia|proefkorst/i);
  });
});

describe('a second request for the same enterprise', () => {
  test('joins the first, tells nothing of it, and is shown to the fund', async () => {
    const number = newNumber();
    const first = await ask({ number });
    const second = await ask({
      number,
      contactName: 'Bart Tweede',
      email: `bart.${number}@proefkorst.example.org`,
      message: 'Ook ik heb een vraag.',
    });
    expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort());
    expect({ ...second, request: '' }).toEqual({ ...first, request: '' });
    expect(second.request).not.toBe(first.request);
    expect(await read(world.people.alimento, first.request)).toMatchObject({
      contact: { name: 'Nadia Proefkorst' },
      attached: [{ contact: { name: 'Bart Tweede' }, message: 'Ook ik heb een vraag.' }],
    });
    expect((await tasksOf(first.request)).map(({ kind }) => kind)).toEqual([
      'recruitment.attachedRequest',
      'recruitment.contactLead',
    ]);
    expect(
      await count(
        sql`select count(*)::int as count from leads l join enterprises e on e.id = l.enterprise_id where e.number = ${number}`,
      ),
    ).toBe(1);
    // A stranger does not become a contact of the enterprise by asking.
    expect(
      await count(
        sql`select count(*)::int as count from enterprise_people p join enterprises e on e.id = p.enterprise_id where e.number = ${number}`,
      ),
    ).toBe(1);
  });

  test('at the same moment gives one lead and one that joined', async () => {
    const number = newNumber();
    const both = await Promise.all([ask({ number }), ask({ number, email: `bart.${number}@proefkorst.example.org` })]);
    expect(both.map(({ fund }) => fund)).toEqual(['alimento', 'alimento']);
    expect(
      await count(
        sql`select count(*)::int as count from leads l join enterprises e on e.id = l.enterprise_id where e.number = ${number}`,
      ),
    ).toBe(1);
    expect(
      await count(
        sql`select count(*)::int as count from attached_requests a join enterprises e on e.id = a.enterprise_id where e.number = ${number}`,
      ),
    ).toBe(1);
  });

  test('does not change what is known of the enterprise or of the person', async () => {
    const number = newNumber();
    const first = await ask({ number });
    await ask({
      number,
      name: 'Iets Anders',
      workers: '200',
      email: `nadia.${number}@proefkorst.example.org`,
      contactName: 'Valse Naam',
      phone: '0499 99 99 99',
    });
    const lead = await leadRow(first.request);
    const person = await inSystem((db) => readPerson(db, lead.contact));
    expect(person).toMatchObject({ name: 'Nadia Proefkorst', phone: '0470 12 34 56' });
    const view = await read(world.people.alimento, first.request);
    expect(view.enterprise).toMatchObject({ name: 'Bakkerij De Proefkorst', workers: 14 });
    expect(view.attached[0]!.contact).toMatchObject({
      name: 'Nadia Proefkorst',
      typed: { name: 'Valse Naam', phone: '0499 99 99 99' },
    });
  });
});

test('a list shows only what lies in sight', async () => {
  const received = await ask({ sector: 'textile' });
  const seen = async (who: string) => (await listLeads.call(as(who), { state: 'new' }, at())).leads.map(({ id }) => id);
  expect(await seen(world.people.cobot)).toContain(received.request);
  expect(await seen(world.people.alimento)).not.toContain(received.request);
  expect(await seen(world.people.unizo)).not.toContain(received.request);
});
