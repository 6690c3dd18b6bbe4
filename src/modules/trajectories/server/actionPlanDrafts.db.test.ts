import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { dropActionPlanDraft, keepActionPlanDraft } from './actionPlanDraftOperations.ts';
import { readActionPlan, saveActionPlan } from './actionPlanOperations.ts';
import {
  closingDay,
  closingWorld,
  rowsOf,
  sealedPlan,
  wholeActionPlan,
  type ClosingWorld,
} from './closingWorld.testing.ts';
import { as, at, refusal } from './planWorld.testing.ts';
import { keepPlanDraft } from './planOperations.ts';

useOwnDatabase();

let world: ClosingWorld;
beforeEach(async () => {
  world = await closingWorld();
});

const now = at(closingDay);
const here = () => ({ trajectory: world.trajectory });
const read = (person = world.consultant) => readActionPlan.call(as(person), here(), now);
const typed = { embedding: 'half getypt geheim', goals: [{ id: 'g1', result: 'Twee van' }] };
const keep = (person = world.consultant) =>
  keepActionPlanDraft.call(as(person), { ...here(), version: 0, actionPlan: typed }, now);

describe('a draft of the action plan', () => {
  test('is offered to its writer only, sealed in the database, and gone once saved', async () => {
    await keep();
    expect((await read()).draft).toMatchObject({ version: 0, actionPlan: typed, savedAt: now.now });
    expect((await read(world.colleague)).draft).toBeNull();
    const rows = await rowsOf(sql`select encode(content, 'escape') as content from drafts`);
    expect(JSON.stringify(rows)).not.toContain('geheim');
    await saveActionPlan.call(as(world.consultant), { ...here(), version: 0, actionPlan: wholeActionPlan }, now);
    expect((await read()).draft).toBeNull();
  });

  test('is thrown away when its writer wants, and leaves no line in the trail', async () => {
    await keep();
    await dropActionPlanDraft.call(as(world.consultant), here(), now);
    expect((await read()).draft).toBeNull();
    expect(await rowsOf(sql`select 1 from audit_entries where operation like 'trajectories.%ActionPlanDraft'`)).toEqual(
      [],
    );
  });

  test('is another one than the draft of the plan of approach', async () => {
    await keep();
    expect(
      await refusal(keepPlanDraft.call(as(world.consultant), { ...here(), version: 1, plan: {} }, now)),
    ).toMatchObject({ status: 409 });
    expect((await read()).draft).toMatchObject({ actionPlan: typed });
  });

  test('is not kept once the plan is sealed, nor by who reads only', async () => {
    expect(await refusal(keep(world.lead))).toMatchObject({ status: 403 });
    await sealedPlan(world);
    expect(await refusal(keep())).toMatchObject({ status: 409, textKey: 'trajectories:may.sealed' });
  });
});
