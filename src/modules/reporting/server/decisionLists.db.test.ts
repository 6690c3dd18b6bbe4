import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/server/ids.ts';
import type { PlainDate } from '#shared/dates.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { DecisionListView } from '../rules/decisionList.ts';
import { exportDecisions, listDecisions } from './decisionListOperations.ts';
import { asSystem, callersIn, plantWorld, refusal, type SmallWorld, type Who } from './world.testing.ts';

useOwnDatabase();
let world: SmallWorld;
const { as } = callersIn(() => world);

type Case = keyof SmallWorld['cases'];

/** Freezes a decision as the module of eligibility does; only what a list reads is in it. */
async function plantDecision(
  name: Case,
  seq: number,
  outcome: string,
  date: PlainDate,
  missing: readonly string[] = [],
) {
  const facts = { date, periods: [{ year: 2025 }] };
  const reasons = [
    ...missing.map((code) => ({ code, weight: 'missing', facts: { year: 2025, from: '2023-05-01' } })),
    { code: 'standAlone', weight: 'for', facts: {} },
  ];
  const decision = { outcome, reasons, size: {}, smeClass: 'small', deMinimis: { roomCents: 12_345 } };
  await asSystem((db) =>
    db.run(sql`insert into eligibility_decisions (id, trajectory_id, seq, outcome, facts, decision, rule_version, hash, decided_at)
      values (${newId()}, ${world.cases[name].trajectory}, ${seq}, ${outcome}, ${JSON.stringify(facts)}, ${JSON.stringify(decision)}, 'eligibility-2', ${'0'.repeat(64)}, ${`${date}T10:00:00Z`})`),
  );
}

beforeAll(async () => {
  world = await plantWorld();
  await plantDecision('mill', 1, 'needs_evidence', '2026-03-01', ['headcountMissing', 'aidNotDeclared']);
  await plantDecision('mill', 2, 'eligible', '2026-03-10');
  await plantDecision('garage', 1, 'needs_evidence', '2026-04-01', ['headcountMissing']);
  await plantDecision('press', 1, 'not_eligible', '2026-05-01', ['headcountMissing', 'aidNotDeclared']);
  await plantDecision('studio', 1, 'eligible', '2026-06-01');
  await asSystem(async (db) => {
    await db.run(sql`update trajectories set granted_on = '2026-03-12' where id = ${world.cases.mill.trajectory}`);
    await db.run(sql`update trajectories set state = 'agreement' where id = ${world.cases.garage.trajectory}`);
    // Reserved at the price, then estimated by the plan: the estimate is what counts.
    const [first, second] = [newId(), newId()];
    for (const [id, earlier, amount] of [
      [first, null, 30_000],
      [second, first, 28_000],
    ] as const)
      await db.run(
        sql`insert into aid_entries (id, programme_id, lot_id, enterprise_id, trajectory_id, number, source, regulation, granted_on, amount_cents, supersedes, because, recorded_at)
          select ${id}, t.programme_id, t.lot_id, t.enterprise_id, t.id, '0123456749', 'reserved', '2023/2831', '2026-03-12', ${amount}, ${earlier}, ${earlier && 'planApproved'}, now()
          from trajectories t where t.id = ${world.cases.mill.trajectory}`,
      );
    await db.run(
      sql`update programmes set definition = '{"pricePerTrajectoryCents": 30000}' where id = ${world.programme}`,
    );
  });
});

const list = async (who: Who, input: object = {}) => (await listDecisions.call(as(who), input)) as DecisionListView;
const names = async (who: Who, input: object = {}) =>
  (await list(who, input)).decisions.map(({ enterpriseName }) => enterpriseName);

describe('the list of decisions', () => {
  test('holds of each trajectory the one that counts, the newest first, within reach', async () => {
    expect(await names('manager')).toEqual([
      'Studio Proefklank',
      'Drukkerij Proefvel',
      'Garage Proefrit',
      'Bakkerij De Proefmolen',
    ]);
    expect(await names('memberB')).toEqual(['Drukkerij Proefvel']);
    expect(await names('coordinator')).not.toContain('Studio Proefklank');
    const [studio] = (await list('manager')).decisions;
    expect(studio).toMatchObject({ outcome: 'eligible', validUntil: '2027-06-01', openReasons: [] });
    expect(await refusal(list('lead'))).toBe(403);
    expect(await refusal(list('evaluator'))).toBe(403);
  });

  test('is narrowed by outcome, lot, reason and days', async () => {
    expect(await names('manager', { outcome: 'eligible' })).toEqual(['Studio Proefklank', 'Bakkerij De Proefmolen']);
    expect(await names('manager', { lot: world.lots[1] })).toEqual(['Studio Proefklank']);
    expect(await names('manager', { reason: 'aidNotDeclared' })).toEqual(['Drukkerij Proefvel']);
    expect(await names('manager', { from: '2026-03-10', until: '2026-04-01' })).toEqual([
      'Garage Proefrit',
      'Bakkerij De Proefmolen',
    ]);
    expect(await names('manager', { outcome: 'x', reason: '<b>', from: 'gisteren' })).toHaveLength(4);
  });

  test('counts what stands in the way, of decisions that count and are no yes', async () => {
    expect((await list('manager')).reasons).toEqual([
      { code: 'headcountMissing', count: 2 },
      { code: 'aidNotDeclared', count: 1 },
    ]);
    expect((await list('manager', { outcome: 'not_eligible' })).reasons).toEqual([
      { code: 'aidNotDeclared', count: 1 },
      { code: 'headcountMissing', count: 1 },
    ]);
    expect((await list('manager', { outcome: 'eligible' })).reasons).toEqual([]);
  });

  test('tells who looks after a lot what is granted, reserved and left of it, and nobody who sees a part', async () => {
    expect((await list('manager')).rooms).toMatchObject([
      {
        number: 1,
        target: 40,
        granted: 1,
        reserved: 1,
        room: 38,
        budgetCents: 100_000,
        usedCents: 58_000,
        roomCents: 42_000,
      },
      { number: 2, target: 60, granted: 0, reserved: 0, room: 60 },
    ]);
    expect((await list('coordinator')).rooms.map(({ number }) => number)).toEqual([1]);
    expect((await list('memberA')).rooms).toEqual([]);
  });

  test('is the same as a file, with the reasons in sentences', async () => {
    const rows: Readonly<Record<string, unknown>>[] = [];
    for await (const row of (await exportDecisions.call(as('manager'), { reason: 'aidNotDeclared' })).rows)
      rows.push(row);
    expect(rows).toMatchObject([
      { enterprise: 'Drukkerij Proefvel', outcome: 'not_eligible', decided: '2026-05-01', size: 'small', room: 12_345 },
    ]);
    expect(rows[0]!['reasons']).toContain('Het aantal voltijdse krachten van 2025 ontbreekt.');
    expect(rows[0]!['code']).toMatch(/^[0-9A-Z]{4}-/u);
  });
});
