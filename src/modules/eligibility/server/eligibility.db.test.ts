import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import type { InvalidInput } from '#platform/server/errors.ts';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { readProgramme } from '#modules/programmes/index.server.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { as, at, bakery, caseWorld, inSystem, refusal, type CaseWorld } from './caseWorld.testing.ts';
import { decideEligibility } from '../rules/decideEligibility.ts';
import { decide, readEligibility } from './operations.ts';
import { hashOfDecision, readDecisions } from './store.ts';

useOwnDatabase();

let world: CaseWorld;
beforeEach(async () => {
  world = await caseWorld('eligibility');
});

const say = (more: object = {}, person = world.colleague) =>
  decide.call(as(person), { trajectory: world.trajectory, ...bakery, ...more }, at());
const read = (person = world.colleague) => readEligibility.call(as(person), { trajectory: world.trajectory }, at());
const codes = async () => (await read()).decisions[0]!.decision.reasons.map(({ code }) => code);
const tasks = () =>
  inSystem((db) =>
    db.many<{ kind: string }>(
      sql`select kind from waiting_tasks where trajectory_id = ${world.trajectory} and done_at is null order by kind`,
    ),
  );
const issues = (refused: unknown) => (refused as InvalidInput).issues.map(({ path }) => path);

describe('a decision', () => {
  test('that says eligible moves on to the agreement, with a task to send it', async () => {
    expect(await say()).toMatchObject({ outcome: 'eligible', state: 'agreement' });
    expect(await tasks()).toEqual([{ kind: 'trajectories.sendAgreement' }]);
    expect((await read()).decisions[0]).toMatchObject({ decidedByName: 'Ruben De Smet', whyAgain: null });
  });

  test('that needs evidence stays where it is and names the figure that misses', async () => {
    const [newest] = bakery.periods;
    const outcome = await say({ periods: [{ ...newest, headcount: '' }], standAlone: '' });
    expect(outcome).toMatchObject({ outcome: 'needs_evidence', state: 'eligibility' });
    const [decision] = (await read()).decisions;
    expect(decision!.decision.reasons).toContainEqual({
      code: 'headcountMissing',
      weight: 'missing',
      facts: { year: 2022 },
    });
    expect(await codes()).toContain('standAloneUnknown');
    expect(await tasks()).toEqual([{ kind: 'eligibility.decide' }]);
  });

  test('tells aid that was not asked yet from no aid', async () => {
    await say({ aidDeclared: undefined });
    expect(await codes()).toContain('aidNotDeclared');
    expect(await say()).toMatchObject({ outcome: 'eligible' });
  });

  test('refuses an enterprise that was too large for two years', async () => {
    const large = { headcount: '400', turnoverCents: '90 000 000', balanceCents: '60.000.000' };
    const periods = [2022, 2021].map((year) => ({ year, ...large }));
    expect(await say({ periods })).toMatchObject({ outcome: 'not_eligible', state: 'eligibility' });
    expect(await tasks()).toEqual([]);
  });

  test('refuses when the aid no longer fits', async () => {
    const declaredAid = [{ date: '2022-05-01', grantor: 'Stad', regulation: '', amountCents: '199.000' }];
    expect(await say({ declaredAid })).toMatchObject({ outcome: 'not_eligible' });
    expect(await codes()).toContain('aidOver');
  });

  test('after a final one needs a reason, and both are kept', async () => {
    await say();
    expect(issues(await refusal(say()))).toEqual(['whyAgain']);
    await say({ standAlone: 'no', whyAgain: 'Er blijkt een moederbedrijf te zijn.' });
    const { decisions, trajectory } = await read();
    expect(decisions.map(({ seq, outcome, whyAgain }) => ({ seq, outcome, whyAgain }))).toEqual([
      { seq: 2, outcome: 'needs_evidence', whyAgain: 'Er blijkt een moederbedrijf te zijn.' },
      { seq: 1, outcome: 'eligible', whyAgain: null },
    ]);
    expect(trajectory.state).toBe('eligibility');
    expect(await tasks()).toEqual([{ kind: 'eligibility.decide' }]);
  });

  test('starts from what the one before knew, and from the intake without one', async () => {
    expect((await read()).lastFacts).toBeNull();
    await say({ standAlone: '' });
    expect((await read()).lastFacts).toMatchObject({
      organisationKind: 'enterprise',
      jointCommittees: [{ number: '124' }],
      periods: [{ year: 2022, headcount: 13.5, turnoverCents: 190_000_000, balanceCents: 80_000_000 }, { year: 2021 }],
      declaredAid: [],
    });
    expect((await read()).known.jointCommittees).toEqual([{ number: '124' }]);
  });
});

describe('what is frozen', () => {
  test('cannot be changed or removed by the program, only added to', async () => {
    await say();
    for (const statement of [
      sql`update eligibility_decisions set outcome = 'not_eligible'`,
      sql`delete from eligibility_decisions`,
    ])
      await expect(
        inTransaction('write', async (db) => {
          await enterScope(db, { actor: 'system:test', system: true });
          await db.run(statement);
        }),
      ).rejects.toThrow(/permission denied/);
    expect((await read()).decisions).toHaveLength(1);
  });

  test('has a hash that follows from the facts and the decision alone', async () => {
    await say();
    await say({ whyAgain: 'Nog eens nagekeken.' });
    const [again, first] = (await read()).decisions;
    expect(again!.hash).toBe(first!.hash);
    expect(again!.hash).toMatch(/^[0-9a-f]{64}$/);
    await say({ whyAgain: 'Een ander cijfer.', periods: [{ ...bakery.periods[0], headcount: '14' }] });
    expect((await read()).decisions[0]!.hash).not.toBe(first!.hash);
  });

  test('gives the same decision when the rule runs again on the stored facts', async () => {
    for (const more of [{}, { standAlone: '', whyAgain: 'x' }, { periods: [], whyAgain: 'x' }]) await say(more);
    const stored = await inSystem((db) => readDecisions(db, world.trajectory));
    const programme = (await inSystem((db) => readProgramme(db, world.programme)))!;
    expect(stored).toHaveLength(3);
    for (const { facts, decision, hash } of stored) {
      const again = decideEligibility(facts, programme.definition);
      expect(JSON.parse(JSON.stringify(again))).toEqual(decision);
      expect(hashOfDecision(facts, decision)).toBe(hash);
    }
  });
});

describe('input', () => {
  test('negative, absurd and unreadable figures are refused beside their field', async () => {
    const periods = [
      { year: '2022', headcount: '-1', turnoverCents: '-5', balanceCents: 'veel' },
      { year: '2021', headcount: '99999999', turnoverCents: '1e99', balanceCents: '1,234' },
    ];
    const declaredAid = [{ date: '2023-02-31', amountCents: '-100' }];
    expect(
      issues(await refusal(say({ periods, declaredAid, jointCommittees: [{ number: '124', workers: '-2' }] }))),
    ).toEqual(
      expect.arrayContaining([
        'periods.0.headcount',
        'periods.0.turnoverCents',
        'periods.0.balanceCents',
        'periods.1.headcount',
        'periods.1.turnoverCents',
        'periods.1.balanceCents',
        'jointCommittees.0.workers',
        'declaredAid.0.date',
        'declaredAid.0.amountCents',
      ]),
    );
    expect((await read()).decisions).toEqual([]);
  });

  test('markup in a text stays text', async () => {
    const grantor = '<img src=x onerror=alert(1)>';
    await say({ declaredAid: [{ date: '2022-05-01', grantor, amountCents: '100' }] });
    expect((await read()).lastFacts!.declaredAid![0]!.grantor).toBe(grantor);
  });

  test('a number that is no joint committee is kept and asked for, never guessed', async () => {
    expect(await say({ jointCommittees: [{ number: 'bakkers' }] })).toMatchObject({ outcome: 'needs_evidence' });
    expect(await codes()).toContain('committeeUnreadable');
  });
});

describe('who', () => {
  test('a consultant and the enterprise read it, another fund does not even know it exists', async () => {
    await say();
    expect((await read(world.lead)).mayDecide).toBe(false);
    expect(await refusal(say({}, world.lead))).toMatchObject({ status: 403 });
    expect(await refusal(say({}, world.auditor))).toMatchObject({ status: 403 });
    expect(await refusal(read(world.stranger))).toMatchObject({ status: 404 });
    expect(await refusal(say({}, world.stranger))).toMatchObject({ status: 404 });
  });

  test('not before the intake is done, and not once the agreement was made', async () => {
    world = await caseWorld('intake');
    expect(await refusal(say())).toMatchObject({ status: 409, textKey: 'trajectories:may.intakeFirst' });
    world = await caseWorld('planning');
    expect(await refusal(say())).toMatchObject({ status: 409, textKey: 'trajectories:may.agreedAlready' });
  });
});
