import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import type { InvalidInput } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { addPerson, openForPerson } from '#platform/server/people.ts';
import { allOperations } from '#platform/server/operation.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { agree, openAgreement, readAgreement, sendAgreement } from './agreementOperations.ts';
import { addContact, as, at, bakery, inSystem, planWorld, refusal, type PlanWorld } from './planWorld.testing.ts';

useOwnDatabase();

let world: PlanWorld;
let contact: string;
let withoutMail: string;

beforeEach(async () => {
  world = await planWorld('eligibility');
  await inSystem((db) => db.run(sql`update trajectories set granted_on = null where id = ${world.trajectory}`));
  contact = await addContact(world.enterprise, { name: 'Nadia Claes', email: `nadia.${newId()}@voorbeeld.test` });
  withoutMail = await addContact(world.enterprise, { name: 'Bart Tytgat' });
});

const here = () => ({ trajectory: world.trajectory });
const decide = allOperations().find(({ name }) => name === 'eligibility.decide')!;
const beEligible = (more: object = {}) => decide.call(as(world.colleague), { ...here(), ...bakery, ...more }, at());
const send = (to = contact, person = world.colleague, day?: string) =>
  sendAgreement.call(as(person), { ...here(), contact: to }, at(day));
const read = (person = world.colleague) => readAgreement.call(as(person), here(), at());

/** The secrets of the links that were mailed to the contact, oldest first. */
const links = () =>
  inSystem(async (db) => {
    const mails = await db.many<{ person: string; secrets: Buffer }>(
      sql`select person_id as person, secrets from mails where person_id = ${contact} and template = 'trajectories.agreement' order by created_at, id`,
    );
    const found: string[] = [];
    for (const { person, secrets } of mails) {
      const { link } = await openForPerson<{ link: string }>(db, person, secrets);
      found.push(/\/c\/([^/]+)\/agreement(\?lang=nl)?$/.exec(link)![1]!);
    }
    return found;
  });
const holding = (link: string) => ({ locale: 'nl', link }) as const;
const open = (link: string, day?: string) => openAgreement.call(holding(link), {}, at(day));
const sayYes = (link: string, document: string, day?: string, more: object = { mayAgree: 'on' }) =>
  agree.call(holding(link), { ...here(), document, ...more }, at(day));

describe('sending', () => {
  test('is not possible before the enterprise is eligible', async () => {
    expect(await refusal(send())).toMatchObject({ status: 409, textKey: 'trajectories:may.eligibleFirst' });
    await beEligible({ standAlone: '' });
    expect(await refusal(send())).toMatchObject({ status: 409, textKey: 'trajectories:may.eligibleFirst' });
    expect((await read()).preview).toBeNull();
  });

  test('needs somebody of the enterprise with an address', async () => {
    await beEligible();
    const elsewhere = await inSystem((db) => addPerson(db, { name: 'X', email: `x.${newId()}@voorbeeld.test` }, 'nl'));
    for (const nobody of [withoutMail, elsewhere, newId()]) {
      const refused = await refusal(send(nobody));
      expect((refused as InvalidInput).issues).toMatchObject([
        { path: 'contact', textKey: 'trajectories:agreement.error.contact' },
      ]);
    }
    expect((await read()).agreement).toBeNull();
  });

  test('shows beforehand what will be read, word for word', async () => {
    await beEligible();
    const { preview } = await read();
    await send();
    const { document, agreement } = await read();
    expect(document!.content).toEqual(preview);
    expect(preview).toMatchObject({ enterprise: { name: 'Bakkerij De Proefkorrel' }, regulation: '1407/2013' });
    expect(preview!.guideNames).toEqual(['Lotte Vermassen', 'Ruben De Smet']);
    expect(agreement).toMatchObject({ state: 'sent', sentTo: 'Nadia Claes' });
  });

  test('is for the fund: not for a consultant, the enterprise, or another fund', async () => {
    await beEligible();
    expect(await refusal(send(contact, world.consultant))).toMatchObject({ status: 403 });
    expect(await refusal(send(contact, world.lead))).toMatchObject({ status: 403 });
    expect(await refusal(send(contact, world.stranger))).toMatchObject({ status: 404 });
    expect(await refusal(read(world.stranger))).toMatchObject({ status: 404 });
  });

  test('again makes the first link void, and says so to who opens it', async () => {
    await beEligible();
    await send();
    await send(contact, world.colleague, '2023-10-03');
    const [first, second] = await links();
    const old = await open(first!);
    expect(old).toMatchObject({ void: true, agreed: false });
    expect(await refusal(sayYes(first!, old.document.id))).toMatchObject({
      status: 409,
      textKey: 'trajectories:agreement.error.changed',
    });
    expect(await open(second!)).toMatchObject({ void: false, may: { agree: { allowed: true } } });
  });

  test('falls away when the decision is taken anew', async () => {
    await beEligible();
    await send();
    await beEligible({ whyAgain: 'De omzet klopte niet.' });
    const [link] = await links();
    const opened = await open(link!);
    expect(opened).toMatchObject({ void: true });
    expect(await refusal(sayYes(link!, opened.document.id))).toMatchObject({ status: 409 });
    expect((await read()).agreement!.state).toBe('withdrawn');
  });
});

describe('agreeing', () => {
  const sent = async () => {
    await beEligible();
    await send();
    const [link] = await links();
    return { link: link!, document: (await open(link!)).document.id };
  };

  test('by the link makes that day the granting date, and seals the words', async () => {
    const { link, document } = await sent();
    expect((await read()).trajectory.grantedOn).toBeNull();
    await sayYes(link, document, '2023-10-05');
    const view = await read();
    expect(view.trajectory).toMatchObject({ grantedOn: '2023-10-05', state: 'planning' });
    expect(view.agreement!.state).toBe('agreed');
    expect(view.document!.sealedAt).not.toBeNull();
    expect(view.document!.confirmations).toMatchObject([
      { party: 'guide', name: 'Ruben De Smet', means: 'signed_in' },
      { party: 'enterprise', name: 'Nadia Claes', means: 'link' },
    ]);
  });

  test('twice by the same link changes nothing the second time', async () => {
    const { link, document } = await sent();
    await sayYes(link, document, '2023-10-05');
    expect(await sayYes(link, document, '2023-10-09')).toEqual({ document });
    const opened = await open(link, '2023-10-09');
    expect(opened).toMatchObject({ agreed: true, grantedOn: '2023-10-05' });
    const mails = await inSystem((db) =>
      db.many(sql`select 1 from mails where person_id = ${contact} and template = 'trajectories.agreed'`),
    );
    expect(mails).toHaveLength(1);
    expect(await refusal(send())).toMatchObject({ textKey: 'trajectories:may.agreedAlready' });
  });

  test('opening the link, however often, changes nothing', async () => {
    const { link } = await sent();
    const count = () =>
      inSystem((db) =>
        db.one(
          sql`select (select count(*)::int from audit_entries) as trail, (select count(*)::int from document_confirmations) as yes`,
        ),
      );
    const before = await count();
    for (let times = 0; times < 3; times += 1) expect(await open(link)).toMatchObject({ agreed: false });
    expect(await count()).toEqual(before);
  });

  test('needs the box to be ticked', async () => {
    const { link, document } = await sent();
    const refused = await refusal(sayYes(link, document, undefined, {}));
    expect((refused as InvalidInput).issues.map(({ path }) => path)).toEqual(['mayAgree']);
    expect((await read()).trajectory.grantedOn).toBeNull();
  });

  test('by a link that is too old is refused, and so is opening it', async () => {
    const { link, document } = await sent();
    expect(await refusal(open(link, '2023-11-02'))).toMatchObject({ status: 401 });
    expect(await refusal(sayYes(link, document, '2023-11-02'))).toMatchObject({ status: 401 });
    expect(await refusal(open('invented'))).toMatchObject({ status: 401 });
  });

  test('by the enterprise lead who is signed in is as good as by the link', async () => {
    const { document } = await sent();
    await agree.call(as(world.lead), { ...here(), document, mayAgree: 'on' }, at('2023-10-06'));
    const view = await read(world.lead);
    expect(view.trajectory.grantedOn).toBe('2023-10-06');
    expect(view.document!.confirmations.at(-1)).toMatchObject({ party: 'enterprise', means: 'signed_in' });
    expect(view).toMatchObject({ mayManage: false, contacts: [], preview: null });
  });

  test('is not for who works for the fund, nor for another enterprise', async () => {
    const { link, document } = await sent();
    const yes = (person: string) => agree.call(as(person), { ...here(), document, mayAgree: 'on' }, at());
    expect(await refusal(yes(world.colleague))).toMatchObject({ status: 403 });
    expect(await refusal(yes(world.stranger))).toMatchObject({ status: 404 });
    const other = await planWorld('agreement');
    expect(await refusal(yes(other.lead))).toMatchObject({ status: 404 });
    const foreign = agree.call(holding(link), { trajectory: other.trajectory, document, mayAgree: 'on' }, at());
    expect(await refusal(foreign)).toMatchObject({ status: 404 });
  });
});

test('a name with markup is shown as the words it is', async () => {
  await inSystem((db) =>
    db.run(sql`update enterprises set name = ${'<b>Bakkerij</b> {guides}'} where id = ${world.enterprise}`),
  );
  await beEligible();
  await send();
  expect((await read()).document!.content.enterprise.name).toBe('<b>Bakkerij</b> {guides}');
});
