import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readPlan, savePlan } from './planOperations.ts';
import { as, at, planWorld, refusal, wholePlan, type PlanWorld } from './planWorld.testing.ts';
import { compareActionPlan, comparePlan } from './versionOperations.ts';

useOwnDatabase();

let world: PlanWorld;
beforeEach(async () => {
  world = await planWorld();
});

const here = () => ({ trajectory: world.trajectory });
const save = (version: number, plan: unknown) =>
  savePlan.call(as(world.consultant), { ...here(), version, plan }, at());
const compare = (asked: object = {}, person = world.consultant) =>
  comparePlan.call(as(person), { ...here(), ...asked }, at());

describe('the versions of a plan', () => {
  test('are there from the first save, with what was known before as the beginning', async () => {
    expect(await refusal(compare())).toMatchObject({ status: 404 });
    const { plan } = await readPlan.call(as(world.consultant), here(), at());
    await save(0, { ...plan, cost: { ...plan.cost, remark: 'Eerste opmerking' } });
    const view = await compare();
    expect(view).toMatchObject({ from: 0, to: 1, before: { cost: { remark: '' } } });
    expect(view.after.cost.remark).toBe('Eerste opmerking');
    expect(view.versions.map(({ version, by }) => [version, by !== null])).toEqual([
      [1, true],
      [0, false],
    ]);
  });

  test('any two are compared, in the order of time, and a mangled address shows the newest', async () => {
    await save(0, wholePlan);
    await save(1, { ...wholePlan, cost: { ...wholePlan.cost, remark: 'Anders' } });
    expect(await compare({ from: '2', to: '1' })).toMatchObject({ from: 1, to: 2 });
    expect(await compare({ from: 'x', to: '99' })).toMatchObject({ from: 1, to: 2 });
  });

  test('are for the office: what was not meant for the enterprise yet stays from it', async () => {
    await save(0, wholePlan);
    expect(await refusal(compare({}, world.lead))).toMatchObject({ status: 403 });
    const actionPlan = compareActionPlan.call(as(world.lead), here(), at());
    expect(await refusal(actionPlan)).toMatchObject({ status: 403 });
  });
});
