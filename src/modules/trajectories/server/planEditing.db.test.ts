import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import type { EditConflict } from '#platform/server/errors.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { PlanConflictState } from './planSaving.ts';
import { dropPlanDraft, keepPlanDraft, readPlan, savePlan, submitPlan } from './planOperations.ts';
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

describe('a first plan', () => {
  test('begins with what the intake told, and says where that comes from', async () => {
    const view = await read();
    expect(view).toMatchObject({ state: 'none', version: 0, writes: true });
    expect(view.plan.needs.map(({ theme }) => theme)).toEqual(['competence_matrix', 'onboarding']);
    expect(view.plan.needs[0]!.words).toContain('oven');
    expect(view.sources.map(({ path, from }) => [path, from])).toContainEqual(['needs.0.words', 'intake']);
    expect(view.plan.expectations.enterprise).toContain('bakkerij');
  });

  test('keeps naming the source of a value until somebody writes another', async () => {
    const { plan } = await read();
    const changed = { ...plan, needs: [{ ...plan.needs[0]!, words: 'Iets anders' }, plan.needs[1]!].reverse() };
    await save(world.consultant, 0, changed);
    const paths = (await read()).sources.map(({ path }) => path);
    expect(paths).toContain('needs.0.theme');
    expect(paths).toContain('needs.1.theme');
    expect(paths).not.toContain('needs.1.words');
  });

  test('shows nothing of the intake to the enterprise as if it were planned', async () => {
    const view = await read(world.lead);
    expect(view).toMatchObject({ state: 'none', writes: false, judges: false, findings: [], sources: [] });
    expect(view.plan.needs).toEqual([]);
  });
});

describe('two people on one plan', () => {
  beforeEach(async () => {
    await save(world.consultant, 0, wholePlan);
  });

  test('both keep what they typed in different places', async () => {
    const mine = structuredClone(wholePlan);
    mine.goals[0]!.title = 'Vier mensen kunnen de oven bedienen';
    mine.needs.push({
      ...mine.needs[0]!,
      id: 'n2',
      theme: 'onboarding',
      words: 'Nieuwe mensen zoeken hun weg alleen.',
    });
    const theirs = structuredClone(wholePlan);
    theirs.expectations.guide = 'Elke week een uur vrij voor de hele ploeg.';
    theirs.actions.pop();
    await save(world.colleague, 1, theirs);
    await save(world.consultant, 1, mine);
    const { plan, version } = await read();
    expect(version).toBe(3);
    expect(plan.goals[0]!.title).toBe('Vier mensen kunnen de oven bedienen');
    expect(plan.needs.map(({ id }) => id)).toEqual(['n1', 'n2']);
    expect(plan.expectations.guide).toBe('Elke week een uur vrij voor de hele ploeg.');
    expect(plan.actions.map(({ id }) => id)).toEqual(['a1']);
  });

  test('see both texts where they wrote different things, and nothing is saved until one is chosen', async () => {
    await save(world.colleague, 1, { ...wholePlan, expectations: { ...wholePlan.expectations, guide: 'Van Ruben' } });
    const mine = { ...wholePlan, expectations: { enterprise: 'Ook veranderd', guide: 'Van Lotte' } };
    const refused = (await refusal(save(world.consultant, 1, mine))) as EditConflict;
    expect(refused).toMatchObject({ code: 'edit_conflict', status: 409 });
    expect(refused.conflicts).toMatchObject([{ path: 'expectations.guide', mine: 'Van Lotte', theirs: 'Van Ruben' }]);
    const current = refused.current as PlanConflictState;
    expect(current).toMatchObject({ version: 2, by: 'Ruben De Smet' });
    expect(current.plan.expectations).toEqual({ enterprise: 'Ook veranderd', guide: 'Van Ruben' });
    expect((await read()).version).toBe(2);

    const choice = { path: 'expectations.guide', mine: '"Van Lotte"', theirs: '"Van Ruben"' };
    const open = await refusal(save(world.consultant, 2, current.plan, { choices: [choice] }));
    expect(open.code).toBe('invalid');
    await save(world.consultant, 2, current.plan, { choices: [{ ...choice, take: 'mine' }] });
    expect((await read()).plan.expectations).toEqual({ enterprise: 'Ook veranderd', guide: 'Van Lotte' });
  });

  test('may take back a row that the other removed meanwhile', async () => {
    await save(world.colleague, 1, { ...wholePlan, actions: wholePlan.actions.slice(0, 1) });
    const mine = structuredClone(wholePlan);
    mine.actions[1]!.what = 'Vier mensen leren het van Bart';
    const refused = (await refusal(save(world.consultant, 1, mine))) as EditConflict;
    const [conflict] = refused.conflicts;
    expect(conflict).toMatchObject({ path: 'actions.a2', theirs: undefined });
    const current = refused.current as PlanConflictState;
    const choices = [{ path: conflict!.path, mine: JSON.stringify(conflict!.mine), take: 'mine' }];
    await save(world.consultant, current.version, current.plan, { choices });
    const { plan } = await read();
    expect(plan.actions[1]).toMatchObject({ id: 'a2', what: 'Vier mensen leren het van Bart', hours: 10.5 });
  });

  test('cannot bring in through a choice what a form refuses', async () => {
    await save(world.colleague, 1, { ...wholePlan, cost: { ...wholePlan.cost, remark: 'anders' } });
    for (const mine of ['{"id":"a1","hours":-3}', '{not json', '"x"'])
      expect(
        (await refusal(save(world.consultant, 2, wholePlan, { choices: [{ path: 'actions.a1', mine, take: 'mine' }] })))
          .code,
      ).toBe('invalid');
  });

  test('who both begin the plan at the same moment lose nothing', async () => {
    world = await planWorld();
    const { plan } = await read();
    const first = { ...plan, expectations: { ...plan.expectations, guide: 'Twee uur per maand.' } };
    const second = { ...plan, goals: wholePlan.goals, cost: { ...plan.cost, remark: 'Zie offerte' } };
    await Promise.all([save(world.consultant, 0, first), save(world.colleague, 0, second)]);
    const merged = (await read()).plan;
    expect(merged.expectations.guide).toBe('Twee uur per maand.');
    expect(merged.goals[0]!.id).toBe('g1');
    expect(merged.cost.remark).toBe('Zie offerte');
  });

  test('a tab that was open for a day still merges, and saving the same twice makes no new version', async () => {
    for (let version = 1; version < 5; version += 1)
      await save(world.colleague, version, { ...wholePlan, cost: { ...wholePlan.cost, remark: `keer ${version}` } });
    const old = structuredClone(wholePlan);
    old.needs[0]!.team = 'de nachtploeg';
    const input = { ...here(), version: 1, plan: old };
    const nextDay = at('2023-10-03');
    expect((await savePlan.call(as(world.consultant), input, nextDay)).version).toBe(6);
    expect((await savePlan.call(as(world.consultant), input, nextDay)).version).toBe(6);
    const { plan } = await read();
    expect([plan.needs[0]!.team, plan.cost.remark]).toEqual(['de nachtploeg', 'keer 4']);
  });
});

describe('what is typed', () => {
  test('stays text, script and all, in every field', async () => {
    const script = '<script>alert("x")</script><b>&amp;</b> ${1} {{x}}';
    const plan = structuredClone(wholePlan);
    plan.needs[0]!.words = plan.needs[0]!.team = plan.goals[0]!.title = plan.goals[0]!.expectedResult = script;
    Object.assign(plan.actions[0]!, { what: script, who: script, expectedResult: script, partner: script });
    plan.expectations = { enterprise: script, guide: script };
    plan.cost.remark = script;
    await save(world.consultant, 0, plan);
    const { plan: kept } = await read();
    expect(kept.needs[0]).toMatchObject({ words: script, team: script });
    expect(kept.goals[0]).toMatchObject({ title: script, expectedResult: script });
    expect(kept.actions[0]).toMatchObject({ what: script, who: script, partner: script });
    expect(kept.cost.remark).toBe(script);
  });

  test('is refused beside its field when it cannot be', async () => {
    const plan = structuredClone(wholePlan);
    Object.assign(plan.actions[0]!, { hours: '-4', start: '2023-02-30' });
    Object.assign(plan.actions[1]!, { hours: '99999', end: 'morgen' });
    Object.assign(plan.cost, { rateCents: '1e9', ownContributionCents: '-5' });
    const refused = await refusal(save(world.consultant, 0, plan));
    const { issues } = refused as unknown as { issues: { path: string }[] };
    expect(issues.map(({ path }) => path).sort()).toEqual([
      'plan.actions.0.hours',
      'plan.actions.0.start',
      'plan.actions.1.end',
      'plan.actions.1.hours',
      'plan.cost.ownContributionCents',
      'plan.cost.rateCents',
    ]);
    expect((await read()).state).toBe('none');
  });

  test('may hold an end before the beginning, which keeps the plan from being submitted', async () => {
    const plan = structuredClone(wholePlan);
    plan.actions[0]!.end = '2023-10-01';
    await save(world.consultant, 0, plan);
    expect((await read()).findings).toContainEqual(
      expect.objectContaining({ path: 'actions.0.end', severity: 'missing', key: 'finding.action.endFirst' }),
    );
    expect(await refusal(submit(1))).toMatchObject({ code: 'not_now', textKey: 'trajectories:may.planGaps' });
  });

  test('is called copied when another plan of the fund says the same', async () => {
    await save(world.consultant, 0, wholePlan);
    world = await planWorld();
    await save(world.colleague, 0, wholePlan);
    expect((await read(world.colleague)).findings).toContainEqual(
      expect.objectContaining({ path: 'expectations.enterprise', severity: 'copied', key: 'finding.copied.plans' }),
    );
  });
});

describe('rows', () => {
  test('are removed by the button beside them; with a goal go its actions, and a need leaves its goals', async () => {
    await save(world.consultant, 0, wholePlan, { intent: 'remove.needs.n1' });
    expect((await read()).plan).toMatchObject({ needs: [], goals: [{ id: 'g1', needIds: [] }] });
    await save(world.consultant, 1, wholePlan, { intent: 'remove.goals.g1' });
    expect((await read()).plan).toMatchObject({ goals: [], actions: [] });
  });

  test('are asked for by a button, and what was typed is saved on the way', async () => {
    expect(await save(world.consultant, 0, wholePlan, { intent: 'add.actions.g1' })).toMatchObject({
      version: 1,
      added: { section: 'actions', goal: 'g1' },
    });
    expect((await refusal(save(world.consultant, 1, wholePlan, { intent: 'drop everything' }))).code).toBe('invalid');
  });
});

describe('a draft', () => {
  test('is offered to its writer only, sealed in the database, and gone once saved', async () => {
    const typed = { expectations: { guide: 'half getypt geheim' } };
    await keepPlanDraft.call(as(world.consultant), { ...here(), version: 0, plan: typed }, at());
    expect((await read()).draft).toMatchObject({ version: 0, plan: typed });
    expect((await read(world.colleague)).draft).toBeNull();
    const rows = await inSystem((db) => db.many(sql`select encode(content, 'escape') as content from drafts`));
    expect(JSON.stringify(rows)).not.toContain('geheim');
    await save(world.consultant, 0, wholePlan);
    expect((await read()).draft).toBeNull();
  });

  test('can be thrown away, and leaves no line in the trail', async () => {
    await keepPlanDraft.call(as(world.consultant), { ...here(), version: 0, plan: { x: 'y' } }, at());
    await dropPlanDraft.call(as(world.consultant), here(), at());
    expect((await read()).draft).toBeNull();
    const lines = await inSystem((db) =>
      db.many(
        sql`select operation from audit_entries where operation in ('trajectories.keepPlanDraft', 'trajectories.dropPlanDraft')`,
      ),
    );
    expect(lines).toEqual([]);
  });

  test('has a size that a person can type', async () => {
    const plan = { words: 'x'.repeat(500_000) };
    expect((await refusal(keepPlanDraft.call(as(world.consultant), { ...here(), version: 0, plan }, at()))).code).toBe(
      'invalid',
    );
  });
});
