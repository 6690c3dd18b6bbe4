import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { addPerson } from '#platform/server/people.ts';
import { newestLetters } from '#platform/server/mail.ts';
import type { InvalidInput } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { requestDays } from '../rules/bookkeeper.ts';
import { askBookkeeper, giveFigures, openFigures, readBookkeeper, withdrawRequest } from './bookkeeperOperations.ts';
import { as, at, bakery, caseWorld, inSystem, refusal, type CaseWorld } from './caseWorld.testing.ts';
import { decide, readEligibility } from './operations.ts';
import { readDecisions } from './store.ts';

useOwnDatabase();

let world: CaseWorld;
let address: string;
beforeEach(async () => {
  world = await caseWorld('eligibility');
  address = `cijfers.${newId()}@boekhouder.example.org`;
});

const here = () => ({ trajectory: world.trajectory });
const link = (secret: string) => ({ locale: 'fr', link: secret }) as const;
const letter = async () => (await inSystem((db) => newestLetters(db, 500))).find(({ to }) => to === address)!;
/** Asks, and gives the request with the secret that the letter holds. */
async function asked(person = world.colleague, language = 'fr') {
  const { request } = await askBookkeeper.call(as(person), { ...here(), email: address, language }, at('2023-10-01'));
  return { request, secret: /\/c\/([\w-]+)\/figures/u.exec((await letter()).body)![1]! };
}
const figures = {
  periods: [
    { year: '2022', headcount: '13,5', turnoverCents: '1.900.000', balanceCents: '' },
    { year: '2021', headcount: '', turnoverCents: '', balanceCents: '' },
  ],
  confirmed: 'on',
};
const give = (secret: string, more: object = {}, day = '2023-10-02') =>
  giveFigures.call(link(secret), { ...figures, ...more }, at(day));
const issues = (refused: unknown) => (refused as InvalidInput).issues.map(({ path }) => path);
const show = async (person = world.colleague, day = '2023-10-02') =>
  (await readBookkeeper.call(as(person), here(), at(day))).requests;

describe('a bookkeeper who is asked', () => {
  test('gets one mail in their language, with a link and no name of a person', async () => {
    await asked();
    const { subject, body, name } = await letter();
    expect(subject).toBe('Quelques chiffres de Bakkerij De Proefkorrel');
    expect(body).toContain('lang=fr');
    expect(name).toBe('');
    for (const person of ['Ruben', 'De Smet', 'Nadia']) expect(body + subject).not.toContain(person);
  });

  test('sees for whom and why, without an account, and nothing else of the enterprise', async () => {
    const { secret } = await asked();
    const view = await openFigures.call(link(secret), {}, at('2023-10-02'));
    expect(view).toMatchObject({
      enterprise: { name: 'Bakkerij De Proefkorrel' },
      askedBy: 'Ruben De Smet',
      standing: 'open',
      years: [2022, 2021],
      facts: [],
    });
    expect(await refusal(readEligibility.call(link(secret), here(), at('2023-10-02')))).toMatchObject({ status: 404 });
    expect(await refusal(openFigures.call(link(`${secret}x`), {}, at('2023-10-02')))).toMatchObject({ status: 401 });
  });

  test('fills the form of who decides, and is the source of each figure that stays as given', async () => {
    const { secret } = await asked();
    await give(secret);
    const read = () => readEligibility.call(as(world.colleague), here(), at('2023-10-03'));
    expect((await read()).given).toMatchObject([
      { year: 2022, headcount: 13.5, turnoverCents: 190_000_000, on: '2023-10-02' },
    ]);
    const [newest] = bakery.periods;
    await decide.call(
      as(world.colleague),
      { ...here(), ...bakery, periods: [{ ...newest, turnoverCents: '1.900.001' }] },
      at('2023-10-03'),
    );
    const [frozen] = await inSystem((db) => readDecisions(db, world.trajectory));
    expect(frozen!.facts.provenance!.figures).toMatchObject([
      { year: 2022, figure: 'headcount', from: 'bookkeeper', on: '2023-10-02' },
    ]);
    // What was decided on stands in the facts from now on.
    expect((await read()).given).toEqual([]);
  });

  test('can correct until it is decided, and no more afterwards', async () => {
    const { secret } = await asked();
    await give(secret);
    const [period] = figures.periods;
    await give(secret, { periods: [{ ...period, headcount: '12' }] });
    expect(await show()).toMatchObject([{ standing: 'answered', facts: [{ year: 2022, headcount: 12 }] }]);
    await decide.call(as(world.colleague), { ...here(), ...bakery }, at('2023-10-03'));
    expect((await openFigures.call(link(secret), {}, at('2023-10-04'))).standing).toBe('used');
    expect(await refusal(give(secret, {}, '2023-10-04'))).toMatchObject({
      status: 409,
      textKey: 'eligibility:figures.used',
    });
    const kept = await inSystem((db) =>
      db.many(sql`select seq from bookkeeper_answers where trajectory_id = ${world.trajectory} order by seq`),
    );
    expect(kept).toEqual([{ seq: 1 }, { seq: 2 }]);
  });

  test('is told beside the field what is missing, and has to confirm', async () => {
    const { secret } = await asked();
    const [period] = figures.periods;
    expect(issues(await refusal(give(secret, { periods: [{ ...period, headcount: '', turnoverCents: '' }] })))).toEqual(
      expect.arrayContaining(['periods.0.headcount']),
    );
    expect(issues(await refusal(give(secret, { periods: [{ ...period, turnoverCents: '' }] })))).toEqual([
      'periods.0.turnoverCents',
    ]);
    expect(issues(await refusal(give(secret, { periods: [{ ...period, headcount: 'veel' }] })))).toEqual([
      'periods.0.headcount',
    ]);
    expect(issues(await refusal(give(secret, { confirmed: '' })))).toEqual(['confirmed']);
    expect(await show()).toMatchObject([{ standing: 'open' }]);
  });
});

describe('the link', () => {
  test('works no more once it is withdrawn or too old; what was given stays', async () => {
    const { request, secret } = await asked();
    await give(secret);
    await withdrawRequest.call(as(world.lead), { ...here(), request }, at('2023-10-02'));
    expect(await refusal(give(secret))).toMatchObject({ status: 409, textKey: 'eligibility:figures.withdrawn' });
    expect(await show()).toMatchObject([{ standing: 'withdrawn', facts: [{ year: 2022 }] }]);
    const second = await asked();
    const late = new Date(Date.UTC(2023, 9, 1 + requestDays + 1)).toISOString().slice(0, 10);
    expect(await refusal(openFigures.call(link(second.secret), {}, at(late)))).toMatchObject({ status: 401 });
  });

  test('of another trajectory opens and withdraws nothing here', async () => {
    const { request, secret } = await asked();
    const other = await caseWorld('eligibility');
    const elsewhere = withdrawRequest.call(
      as(other.colleague),
      { trajectory: other.trajectory, request },
      at('2023-10-02'),
    );
    expect(await refusal(elsewhere)).toMatchObject({ status: 404 });
    expect((await openFigures.call(link(secret), {}, at('2023-10-02'))).standing).toBe('open');
  });

  test('is kept nowhere readable', async () => {
    const { secret } = await asked();
    const found = await inSystem((db) =>
      db.many(sql`select 1 from access_links where secret_hash = ${secret} union all select 1 from audit_entries where details::text like ${`%${secret}%`}
        union all select 1 from mails where parameters::text like ${`%${secret}%`} union all select 1 from audit_entries where details::text like ${`%${address}%`}`),
    );
    expect(found).toEqual([]);
  });
});

describe('who', () => {
  test('may ask is who guides or decides and the enterprise itself; an auditor reads, another fund sees nothing', async () => {
    expect((await asked(world.lead)).secret).toBeTruthy();
    const ask = (person: string) =>
      refusal(askBookkeeper.call(as(person), { ...here(), email: address, language: 'nl' }, at('2023-10-01')));
    expect(await ask(world.auditor)).toMatchObject({ status: 403 });
    expect(await ask(world.stranger)).toMatchObject({ status: 404 });
    expect(await show(world.auditor)).toHaveLength(1);
  });

  test('is asked no more than some people a day, and not once the agreement was made', async () => {
    for (let time = 0; time < 5; time++) await asked();
    const again = () =>
      refusal(askBookkeeper.call(as(world.colleague), { ...here(), email: address, language: 'nl' }, at('2023-10-01')));
    expect(await again()).toMatchObject({ status: 409, textKey: 'eligibility:because.askedOften' });
    world = await caseWorld('planning');
    expect(await again()).toMatchObject({ status: 409, textKey: 'eligibility:because.figuresTooLate' });
  });

  test('who has an account already keeps their own name and sees no more by it', async () => {
    const known = await inSystem((db) => addPerson(db, { name: 'Bea Boekt', email: address }, 'nl'));
    const { request } = await asked();
    const { person } = await inSystem((db) =>
      db.one<{ person: string }>(sql`select person_id as person from bookkeeper_requests where id = ${request}`),
    );
    expect(person).toBe(known);
    expect(await refusal(readEligibility.call(as(known), here(), at('2023-10-02')))).toMatchObject({ status: 404 });
  });
});
