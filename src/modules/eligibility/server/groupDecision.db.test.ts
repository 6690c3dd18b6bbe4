import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import type { InvalidInput } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { competentiechecks2023 } from '#modules/programmes/index.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { undertakingNumbers } from '../rules/group/undertakingNumbers.ts';
import { as, at, caseWorld, inSystem, refusal, type CaseWorld } from './caseWorld.testing.ts';
import { runDecisionAgain, tryOut } from './checkOperations.ts';
import { decide, readEligibility } from './operations.ts';

useOwnDatabase();
let world: CaseWorld;
beforeEach(async () => {
  world = await caseWorld('eligibility');
});

const year = (headcount: string, turnoverCents: string, balanceCents: string, more: object = {}) => ({
  year: '2022',
  headcount,
  turnoverCents,
  balanceCents,
  ...more,
});
/** As a form sends it: rows by number, percentages as typed. */
const drawn = {
  organisationKind: 'enterprise',
  standAlone: 'no',
  aidDeclared: 'on',
  periods: { 0: year('20', '3.000.000', '2.000.000'), 1: { year: '2021', headcount: '' } },
  jointCommittees: [{ number: '124', workers: '18' }],
  declaredAid: { 0: { date: '2022-03-15', undertaking: 'C', amountCents: '150.000' } },
  group: {
    members: {
      0: { id: 'subject', kind: 'enterprise' },
      1: {
        id: 'B',
        kind: 'enterprise',
        name: 'Holding Deegland',
        periods: { 0: year('40', '8.000.000', '6.000.000') },
      },
      2: {
        id: 'C',
        name: 'Deegvorm',
        number: '0123.456.749',
        periods: { 0: year('6', '400.000', '300.000', { consolidated: '' }) },
      },
      3: { id: 'P', kind: 'naturalPerson', name: 'Een naam', adjacentMarket: 'yes' },
    },
    holdings: {
      0: { holder: 'B', held: 'subject', capital: '25', votes: '' },
      1: { holder: 'subject', held: 'C', capital: '33,3333', votes: '60' },
      2: { holder: 'P', held: 'B', capital: '10' },
    },
  },
};
const say = (more: object = {}) =>
  decide.call(as(world.colleague), { trajectory: world.trajectory, ...drawn, ...more }, at());
const read = (person = world.colleague) => readEligibility.call(as(person), { trajectory: world.trajectory }, at());
const again = async (person = world.auditor) =>
  runDecisionAgain.call(
    as(person),
    { trajectory: world.trajectory, decision: (await read()).decisions[0]!.id },
    at('2026-01-01'),
  );
const issues = (refused: unknown) =>
  (refused as InvalidInput).issues.map(({ path, textKey }) => `${path} ${textKey.split('.').at(-1)}`);

describe('a decision on a group', () => {
  test('counts partners pro rata and linked ones in full, and freezes who they are', async () => {
    expect(await say()).toMatchObject({ outcome: 'eligible', state: 'agreement' });
    const { facts, decision } = (await read()).decisions[0]!;
    expect(decision.group!.years.at(-1)).toMatchObject({ headcount: 36, turnoverCents: 540_000_000 });
    expect(decision.group).toMatchObject({ linked: ['C'], partners: [{ id: 'B', share: 25 }] });
    expect(decision.deMinimis).toMatchObject({ usedCents: 15_000_000, undertaking: ['C', 'subject'] });
    expect(facts.group!.holdings[1]).toMatchObject({ capital: 33.3333, votes: 60 });
  });

  test('keeps no name of a person', async () => {
    await say();
    const { facts } = (await read()).decisions[0]!;
    expect(JSON.stringify(facts)).not.toContain('Een naam');
    expect(facts.group!.enterprises['B']!.name).toBe('Holding Deegland');
  });

  test('tells by which numbers aid of its single undertaking is found, and who has none yet', async () => {
    await say();
    const { facts } = (await read()).decisions[0]!;
    const own = facts.group!.enterprises['subject']!.number!;
    expect(undertakingNumbers(facts, own)).toEqual({ numbers: [own, '0123456749'].sort(), unnumbered: [] });
    const nameless = { ...facts.group!, enterprises: { ...facts.group!.enterprises, C: {} } };
    expect(undertakingNumbers({ ...facts, group: nameless }, own)).toEqual({ numbers: [own], unnumbered: ['C'] });
    expect(undertakingNumbers({ date: facts.date }, own)).toEqual({ numbers: [own], unnumbered: [] });
  });

  test('says beside each field what is wrong with it', async () => {
    const { members, holdings } = drawn.group;
    const wrong = {
      members: { ...members, 2: { id: 'C', periods: {} }, 4: { id: 'B' } },
      holdings: {
        ...holdings,
        1: { holder: 'subject', held: 'C', capital: '60' },
        2: { holder: 'Z', held: 'B', capital: '10' },
        3: { holder: 'B', held: 'B', capital: '10' },
        4: { holder: 'P', held: 'subject', capital: '', votes: '' },
        5: { holder: 'P', held: 'C', capital: '40,01' },
      },
    };
    expect(issues(await refusal(say({ group: wrong })))).toEqual([
      'group.members.4.id entryTwice',
      'group.holdings.2.holder unknownEntry',
      'group.holdings.3.held selfHeld',
      'group.holdings.4.capital percentMissing',
      'group.holdings.5.capital sumOver',
    ]);
    const bare = { members: { ...members, 2: { id: 'C' } }, holdings };
    expect(issues(await refusal(say({ group: bare })))).toEqual(['group.members.2.periods periodsMissing']);
    const twice = { ...drawn.periods, 2: year('1', '', '') };
    expect(issues(await refusal(say({ periods: twice })))).toEqual(['periods.1.year periodTwice']);
    expect(
      issues(await refusal(say({ group: { members, holdings: { 0: { holder: 'B', held: 'C', capital: '101' } } } }))),
    ).toEqual(['group.holdings.0.capital tooBig']);
  });

  test('leaves a group that was folded away aside when somebody says that it stands alone', async () => {
    await say({ standAlone: 'yes', declaredAid: [] });
    const { facts } = (await read()).decisions[0]!;
    expect(facts.group).toBeUndefined();
    expect(facts).toMatchObject({ standAlone: true, periods: [{ year: 2022, headcount: 20 }] });
  });

  test('can be tried out first: then nothing is kept', async () => {
    const tried = await tryOut.call(as(world.colleague), { trajectory: world.trajectory, ...drawn }, at());
    expect(tried.decision.outcome).toBe('eligible');
    expect(tried.answer.sme).toMatchObject({ class: 'small', totals: { headcount: 36 } });
    expect((await read()).decisions).toEqual([]);
    await say();
    expect((await read()).decisions[0]!.decision).toEqual(JSON.parse(JSON.stringify(tried.decision)));
  });
});

describe('a decision that is run again', () => {
  test('gives the same, years later, whatever the programme asks by then', async () => {
    await say();
    const asks = (conditions: string) =>
      inSystem((db) =>
        db.run(
          sql`update programmes set definition = jsonb_set(definition, '{conditions,enterprise}', ${conditions}) where id = ${world.programme}`,
        ),
      );
    await asks('[]');
    expect(await again()).toMatchObject({
      answer: 'same',
      differences: [],
      ruleVersion: 'eligibility-3',
      hashFits: true,
      programmeFrozen: true,
    });
    await asks(JSON.stringify(competentiechecks2023.conditions.enterprise));
  });

  test('that was written past the program says what differs, and that its hash does not fit', async () => {
    await say();
    const forge = (seq: number, version: string) =>
      inSystem((db) =>
        db.run(sql`insert into eligibility_decisions (id, trajectory_id, seq, outcome, facts, decision, rule_version, hash, decided_at)
          select ${newId()}, trajectory_id, ${seq}, 'not_eligible', facts, jsonb_set(decision, '{outcome}', '"not_eligible"'), ${version}, hash, decided_at
          from eligibility_decisions where trajectory_id = ${world.trajectory} and seq = 1`),
      );
    await forge(2, 'eligibility-3');
    expect(await again()).toMatchObject({
      answer: 'different',
      differences: [{ path: 'outcome', frozen: '"not_eligible"', now: '"eligible"' }],
      hashFits: false,
      programmeFrozen: false,
    });
    await forge(3, 'eligibility-0');
    expect(await again()).toMatchObject({ answer: 'unknownVersion', differences: [] });
  });

  test('is not for who may not check', async () => {
    await say();
    expect(await refusal(again(world.lead))).toMatchObject({ status: 403 });
    expect(await refusal(again(world.stranger))).toMatchObject({ status: 404 });
  });
});
