import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { newId } from '#platform/server/ids.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { trajectoryStates } from '../rules/states.ts';
import { keepPlanDraft, readPlan, savePlan, submitPlan, withdrawPlan } from './planOperations.ts';
import { approvePlan, returnPlan } from './planVerdictOperations.ts';
import { as, at, inSystem, planWorld, refusal, wholePlan, type PlanWorld } from './planWorld.testing.ts';

useOwnDatabase();

let world: PlanWorld;
beforeEach(async () => {
  world = await planWorld();
});

const here = () => ({ trajectory: world.trajectory });
const read = (person = world.consultant) => readPlan.call(as(person), here(), at());
const save = (person: string, version: number, plan: unknown, more: object = {}) =>
  savePlan.call(as(person), { ...here(), version, plan, ...more }, at());
const submit = (version: number, person = world.consultant) =>
  submitPlan.call(as(person), { ...here(), version }, at());
const tasks = async (trajectory = world.trajectory) =>
  (
    await inSystem((db) =>
      db.many<{ kind: string }>(
        sql`select kind from waiting_tasks where trajectory_id = ${trajectory} and done_at is null order by kind`,
      ),
    )
  ).map(({ kind }) => kind);
const entries = async () =>
  (
    await inSystem((db) =>
      db.many<{ kind: string; parameters: Record<string, unknown> }>(
        sql`select kind, parameters from timeline_entries where trajectory_id = ${world.trajectory} order by recorded_at, id`,
      ),
    )
  ).map((entry) => entry);

describe('submitting, returning, approving', () => {
  test('is a road with a task for who is next, and a line in the timeline for each step', async () => {
    await save(world.consultant, 0, wholePlan);
    expect(await submit(1)).toEqual({ submitted: true, submission: 1 });
    expect(await tasks()).toEqual(['trajectories.readPlan']);
    const remarks = [
      { section: 'goals.g1', words: 'Hoe meet je dit?' },
      { section: 'cost', words: 'Klopt het tarief?' },
      { section: 'needs', words: '' },
    ];
    await returnPlan.call(as(world.coordinator), { ...here(), version: 1, words: 'Bijna goed.', remarks }, at());
    expect(await tasks()).toEqual(['trajectories.mendPlan']);

    const back = await read();
    expect(back.state).toBe('returned');
    expect(back.lastVerdict).toMatchObject({
      outcome: 'returned',
      by: 'Griet Maes',
      remarks: [{ section: '', words: 'Bijna goed.' }, remarks[0], remarks[1]],
    });
    expect((await read(world.lead)).lastVerdict).toBeNull();

    const better = structuredClone(wholePlan);
    better.goals[0]!.expectedResult = 'Drie namen staan met een ster in de matrix.';
    await save(world.consultant, 1, better);
    await submit(2);
    expect(await approvePlan.call(as(world.manager), { ...here(), version: 2, words: '' }, at())).toMatchObject({
      state: 'guidance',
      submission: 2,
    });
    expect(await tasks()).toEqual(['trajectories.firstSession']);
    expect((await entries()).map(({ kind }) => kind.replace('trajectories.plan', ''))).toEqual([
      'Submitted',
      'Returned',
      'Submitted',
      'Approved',
    ]);
    expect((await entries()).at(-1)!.parameters).toEqual({ byPerson: world.manager, hours: 16.5, goals: 1 });

    const { submissions, state, findings, lastVerdict } = await read(world.auditor);
    expect({ state, findings }).toEqual({ state: 'approved', findings: [] });
    expect(lastVerdict).toMatchObject({ outcome: 'approved', by: 'Karim El Idrissi', remarks: [] });
    expect(submissions.map(({ submission, verdict }) => [submission, verdict?.outcome])).toEqual([
      [2, 'approved'],
      [1, 'returned'],
    ]);
    expect(submissions[1]!.verdict!.remarks).toHaveLength(3);
  });

  test('happens once when the form is sent twice', async () => {
    await save(world.consultant, 0, wholePlan);
    const key = newId();
    const twice = () =>
      submitPlan.call(
        as(world.consultant),
        { ...here(), version: 1, plan: wholePlan },
        { ...at(), idempotencyKey: key },
      );
    const [first, second] = await Promise.all([twice(), twice()]);
    expect(second).toEqual(first);
    expect((await read()).submissions).toHaveLength(1);
  });

  test('saves what stands on the page first, and says so when that still misses something', async () => {
    const plan = structuredClone(wholePlan);
    plan.goals[0]!.title = '';
    const input = { ...here(), version: 0, plan };
    expect(await submitPlan.call(as(world.consultant), input, at())).toEqual({ submitted: false, submission: null });
    const view = await read();
    expect(view).toMatchObject({ state: 'draft', version: 1 });
    expect(view.may.submit).toMatchObject({ allowed: false, because: 'may.planGaps', params: { count: 1 } });
    expect(await submitPlan.call(as(world.consultant), { ...input, version: 1, plan: wholePlan }, at())).toMatchObject({
      submitted: true,
    });
  });

  test('is about the version that was seen: a later one is read first', async () => {
    await save(world.consultant, 0, wholePlan);
    await save(world.colleague, 1, { ...wholePlan, cost: { ...wholePlan.cost, remark: 'nieuw' } });
    expect((await refusal(submit(1))).textKey).toBe('trajectories:plan.page.changedMeanwhile');
    await submit(2);
    const input = { ...here(), version: 1, words: '' };
    expect((await refusal(approvePlan.call(as(world.coordinator), input, at()))).textKey).toBe(
      'trajectories:plan.page.changedMeanwhile',
    );
  });

  test('a plan that is read cannot be changed, but can be taken back', async () => {
    await save(world.consultant, 0, wholePlan);
    await submit(1);
    expect((await refusal(save(world.consultant, 1, wholePlan))).textKey).toBe('trajectories:may.planIsRead');
    await withdrawPlan.call(as(world.colleague), here(), at());
    expect(await tasks()).toEqual(['trajectories.writePlan']);
    await save(world.consultant, 1, { ...wholePlan, cost: { ...wholePlan.cost, remark: 'nog iets' } });
    expect((await read()).state).toBe('draft');
  });

  test('a plan is not returned without a word', async () => {
    await save(world.consultant, 0, wholePlan);
    await submit(1);
    const refused = await refusal(
      returnPlan.call(
        as(world.coordinator),
        { ...here(), version: 1, words: '', remarks: [{ section: 'cost', words: ' ' }] },
        at(),
      ),
    );
    expect(refused).toMatchObject({ code: 'invalid', issues: [{ path: 'words' }] });
  });

  test('what was submitted and judged cannot be changed, not even by us', async () => {
    await save(world.consultant, 0, wholePlan);
    await submit(1);
    for (const table of ['plan_submissions', 'plan_verdicts', 'plan_versions'])
      await expect(inSystem((db) => db.many({ text: `delete from ${table}`, values: [] } as never))).rejects.toThrow(
        /permission denied/u,
      );
  });
});

describe('who may not', () => {
  test('somebody of another fund learns not even that it exists', async () => {
    const attempts = {
      readPlan: () => read(world.stranger),
      savePlan: () => save(world.stranger, 0, wholePlan),
      submitPlan: () => submit(1, world.stranger),
      withdrawPlan: () => withdrawPlan.call(as(world.stranger), here(), at()),
    };
    for (const [name, attempt] of Object.entries(attempts)) expect((await refusal(attempt())).status, name).toBe(404);
  });

  test('an enterprise and an auditor read and do not write; a guide does not approve; a coordinator does not write', async () => {
    await save(world.consultant, 0, wholePlan);
    await submit(1);
    for (const person of [world.lead, world.auditor, world.coordinator])
      expect((await refusal(save(person, 1, wholePlan))).status).toBe(403);
    for (const person of [world.consultant, world.colleague, world.lead, world.auditor]) {
      expect((await refusal(approvePlan.call(as(person), { ...here(), version: 1, words: '' }, at()))).status).toBe(
        403,
      );
      expect((await refusal(returnPlan.call(as(person), { ...here(), version: 1, words: 'nee' }, at()))).status).toBe(
        403,
      );
    }
    expect((await read(world.lead)).plan.goals).toHaveLength(1);
  });
});

describe('in every state', () => {
  test.each(trajectoryStates.filter((state) => state !== 'planning'))(
    '%s refuses each change with its reason',
    async (state) => {
      world = await planWorld(state);
      const refused = await Promise.all([
        refusal(save(world.consultant, 0, wholePlan)),
        refusal(keepPlanDraft.call(as(world.consultant), { ...here(), version: 0, plan: {} }, at())),
        refusal(submit(1)),
        refusal(withdrawPlan.call(as(world.consultant), here(), at())),
        refusal(approvePlan.call(as(world.coordinator), { ...here(), version: 1, words: '' }, at())),
        refusal(returnPlan.call(as(world.coordinator), { ...here(), version: 1, words: 'nee' }, at())),
      ]);
      for (const one of refused) {
        expect(one).toMatchObject({ code: 'not_now', status: 409 });
        expect(one.textKey).toMatch(/^trajectories:may\.(agreementFirst|planApproved|ended|stopped)$/u);
      }
      const view = await read();
      expect(view.may.save.allowed).toBe(false);
    },
  );
});
