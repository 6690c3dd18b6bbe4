import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { confirmActionPlan, openActionPlanByLink } from './actionPlanConfirmOperations.ts';
import { readActionPlan } from './actionPlanOperations.ts';
import {
  byLink,
  closingDay,
  closingWorld,
  rowsOf,
  sealedPlan,
  sentPlan,
  type ClosingWorld,
} from './closingWorld.testing.ts';
import { as, at, planWorld, refusal } from './planWorld.testing.ts';
import { readStop, stopTrajectory } from './stopOperations.ts';

useOwnDatabase();

let world: ClosingWorld;
beforeEach(async () => {
  world = await closingWorld();
});

const now = at(closingDay);
const why = { on: closingDay, reason: 'no_time', words: 'De zaakvoerder heeft dit jaar geen tijd meer.' };
const stop = (person: string, more: object = {}) =>
  stopTrajectory.call(as(person), { trajectory: world.trajectory, ...why, ...more }, now);
const read = (person: string) => readStop.call(as(person), { trajectory: world.trajectory }, now);

describe('stopping a trajectory', () => {
  test('closes everything that waited, whoever it waited for, and keeps everything readable', async () => {
    const { secret, document } = await sentPlan(world);
    expect(await stop(world.colleague)).toMatchObject({ from: 'closing', documents: 1 });
    const open = sql`select 1 from waiting_tasks where trajectory_id = ${world.trajectory} and done_at is null`;
    expect(await rowsOf(open)).toEqual([]);
    expect(await openActionPlanByLink.call(byLink(secret), {}, now)).toMatchObject({ standing: 'stopped' });
    const late = confirmActionPlan.call(
      byLink(secret),
      { trajectory: world.trajectory, document, mayConfirm: 'on' },
      now,
    );
    expect(await refusal(late)).toMatchObject({ textKey: 'trajectories:may.stopped' });
    const view = await readActionPlan.call(as(world.consultant), { trajectory: world.trajectory }, now);
    expect(view.actionPlan.practices).toHaveLength(1);
    expect(view.may.save).toMatchObject({ allowed: false, because: 'may.stopped' });
  });

  test('tells the office why, and the enterprise only that and when', async () => {
    await stop(world.coordinator);
    expect((await read(world.consultant)).stopped).toEqual({
      on: closingDay,
      reason: 'no_time',
      words: why.words,
      from: 'guidance',
    });
    expect((await read(world.lead)).stopped).toMatchObject({ on: closingDay, words: '' });
    const told = await rowsOf<{ line: string }>(
      sql`select parameters::text || text_key as line from timeline_entries where trajectory_id = ${world.trajectory} and kind = 'trajectories.stopped'`,
    );
    expect(told).toEqual([{ line: '{}trajectories:timeline.stopped' }]);
  });

  test('is for who manages it', async () => {
    for (const person of [world.lead, world.auditor, world.consultant])
      expect(await refusal(stop(person))).toMatchObject({ status: 403 });
    expect(await refusal(stop(world.stranger))).toMatchObject({ status: 404 });
    expect((await read(world.consultant)).manages).toBe(false);
    expect((await read(world.colleague)).manages).toBe(true);
  });

  test('needs a day within the trajectory, a reason of the list and words', async () => {
    const wrong = async (more: object) => (await refusal(stop(world.colleague, more))) as { issues?: unknown };
    expect(await wrong({ on: '2023-12-23' })).toMatchObject({ issues: [{ path: 'on' }] });
    expect(await wrong({ on: '2023-08-31' })).toMatchObject({
      issues: [{ path: 'on', parameters: { day: '1 september 2023' } }],
    });
    expect(await wrong({ reason: 'because' })).toMatchObject({ issues: [{ path: 'reason' }] });
    expect(await wrong({ words: ' ' })).toMatchObject({ issues: [{ path: 'words' }] });
  });

  test('cannot be done twice, nor once all is done', async () => {
    await stop(world.colleague);
    expect(await refusal(stop(world.coordinator))).toMatchObject({ textKey: 'trajectories:may.stopped' });
    const ended = await planWorld('completed');
    const late = stopTrajectory.call(as(ended.colleague), { trajectory: ended.trajectory, ...why }, now);
    expect(await refusal(late)).toMatchObject({ textKey: 'trajectories:may.ended' });
  });

  test('leaves a sealed action plan sealed', async () => {
    const { document } = await sealedPlan(world);
    await stop(world.colleague);
    expect(await rowsOf(sql`select void_at from documents where id = ${document}`)).toEqual([{ void_at: null }]);
  });
});
