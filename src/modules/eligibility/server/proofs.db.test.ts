import sql from 'sql-template-tag';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { pdfText } from '#platform/documents/server/readPdf.testing.ts';
import { checkCodeOf } from '#modules/signatures/index.ts';
import { operationNamed } from '#platform/server/operation.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { validityOf } from '../rules/validity.ts';
import { as, at, bakery, caseWorld, inSystem, refusal, type CaseWorld } from './caseWorld.testing.ts';
import { printDecision } from './certificateOperations.ts';
import { decide } from './operations.ts';
import { readDecisions } from './store.ts';

useOwnDatabase();

let world: CaseWorld;
beforeEach(async () => {
  world = await caseWorld('eligibility');
});

const here = () => ({ trajectory: world.trajectory });
const say = (more: object = {}) => decide.call(as(world.colleague), { ...here(), ...bakery, ...more }, at());
const stored = () => inSystem((db) => readDecisions(db, world.trajectory));
const check = (code: string, day = '2023-10-03') =>
  operationNamed('signatures.checkDocument')!.call({ locale: 'nl' }, { code }, at(day)) as Promise<{ outcome: string }>;

describe('the check code of a decision', () => {
  test('is the one that the rule makes of its seal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[0-9a-f]{64}$/), async (hash) => {
        const { code } = await inSystem((db) =>
          db.one<{ code: string }>(sql`select krachtlijn.check_code(${hash}) as code`),
        );
        expect(code).toBe(checkCodeOf(hash));
      }),
      { numRuns: 40 },
    );
    await say();
    const [frozen] = await stored();
    expect(frozen!.checkCode).toBe(checkCodeOf(frozen!.seal));
  });

  test('tells anybody the outcome, whose it is and until when, and nothing else of the content', async () => {
    await say();
    const [frozen] = await stored();
    const { number } = await inSystem((db) =>
      db.one<{ number: string }>(
        sql`select e.number from enterprises e join trajectories t on t.enterprise_id = e.id where t.id = ${world.trajectory}`,
      ),
    );
    const seen = await check(frozen!.checkCode.toLowerCase());
    expect(seen).toMatchObject({
      outcome: 'sealed',
      document: {
        kind: 'eligibility_decision',
        outcome: 'eligible',
        enterpriseNumber: number,
        validUntil: '2024-10-02',
      },
    });
    expect(JSON.stringify(seen)).not.toMatch(/1900000|13\.5|Proefkorrel|De Smet/u);
  });

  test('says of an earlier decision that another took its place, and of an old one that it is over', async () => {
    await say();
    await say({ whyAgain: 'Er kwam een cijfer bij.' });
    const [latest, first] = await stored();
    expect(latest!.checkCode).not.toBe(first!.checkCode);
    expect((await check(first!.checkCode)).outcome).toBe('void');
    expect((await check(latest!.checkCode, '2024-10-02')).outcome).toBe('sealed');
    expect((await check(latest!.checkCode, '2024-10-03')).outcome).toBe('over');
  });

  test('of one that needs evidence says that nothing is decided', async () => {
    await say({ standAlone: '' });
    expect((await check((await stored())[0]!.checkCode)).outcome).toBe('open');
  });
});

describe('the last day of a decision', () => {
  test.each([
    ['of a bakery', {}],
    ['with old figures', { periods: [{ year: '2021', headcount: '12', turnoverCents: '100', balanceCents: '100' }] }],
    [
      'of a new enterprise',
      { periods: [], newEnterpriseEstimate: { headcount: '3', turnoverCents: '1', balanceCents: '1' } },
    ],
    ['that needs evidence', { standAlone: '' }],
    ['without a test of size', { organisationKind: 'local_authority', careKind: 'childcare', jointCommittees: [] }],
  ])('%s is the same in the database and in the rule', async (_name, more) => {
    await say(more);
    const [frozen] = await stored();
    expect(frozen!.validUntil ?? undefined).toBe(validityOf(frozen!.facts, frozen!.decision).until);
  });
});

describe('the certificate', () => {
  test('is given to who may read the decision, in the language that they ask', async () => {
    await say();
    const print = (person: string, more: object = {}) =>
      printDecision.call(as(person), { ...here(), ...more }, at('2023-10-03'));
    const dutch = await print(world.lead);
    expect(dutch.name).toBe('Attest over deelname Bakkerij De Proefkorrel 2023-10-02.pdf');
    expect(pdfText(dutch.bytes)).toContain('Ruben De Smet');
    expect(pdfText((await print(world.colleague, { language: 'fr' })).bytes)).toContain('Attestation');
    expect(await refusal(print(world.stranger))).toMatchObject({ status: 404 });
    expect(await refusal(print(world.lead, { decision: '00000000-0000-7000-8000-000000000000' }))).toMatchObject({
      status: 404,
    });
  });

  test('is not there before a decision', async () => {
    expect(await refusal(printDecision.call(as(world.colleague), here(), at()))).toMatchObject({ status: 404 });
  });

  test('of an earlier decision says that it no longer counts', async () => {
    await say();
    await say({ whyAgain: 'Er kwam een cijfer bij.' });
    const [, first] = await stored();
    const { bytes } = await printDecision.call(as(world.auditor), { ...here(), decision: first!.id }, at('2023-10-03'));
    expect(pdfText(bytes)).toContain('Deze beslissing telt niet meer');
  });
});
