import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { closingWorld, rowsOf, sealedPlan, type ClosingWorld } from './closingWorld.testing.ts';
import { correctFollowUp, readFollowUps, recordFollowUp } from './followUpOperations.ts';
import { as, at, refusal } from './planWorld.testing.ts';

useOwnDatabase();

let world: ClosingWorld;
beforeEach(async () => {
  world = await closingWorld();
  await sealedPlan(world);
  await note(3, '2024-03-20');
});

const here = () => ({ trajectory: world.trajectory });
const record = (months: number, on: string, more: object = {}) => ({
  ...here(),
  months,
  on,
  reached: 'yes',
  withWhom: 'Bart',
  practices: [{ id: 'p1', alive: 'yes', words: 'Elke maandag.' }],
  next: [{ id: 's1', done: 'partly', words: '' }],
  words: 'Het loopt.',
  help: 'none',
  helpWords: '',
  ...more,
});
const note = (months: number, on: string) => recordFollowUp.call(as(world.lead), record(months, on), at(on));
const day = '2024-03-25';
const correct = (version: number, more: object = {}, person = world.consultant, now = day) =>
  correctFollowUp.call(
    as(person),
    { ...record(3, '2024-03-20', more), version, reason: 'Elif zei het anders.' },
    at(now),
  );
const done = async () => (await readFollowUps.call(as(world.lead), here(), at(day))).moments[0]!.done!;
const waiting = () =>
  rowsOf(
    sql`select 1 from waiting_tasks where trajectory_id = ${world.trajectory} and kind = 'trajectories.helpWanted' and done_at is null`,
  );

describe('a follow-up that was noted', () => {
  test('is corrected with a reason; what it was stays on record, never shown as if it held', async () => {
    expect(await correct(1, { words: 'Het loopt goed.' })).toEqual({ version: 2, fields: ['words'] });
    expect(await done()).toMatchObject({ version: 2, on: '2024-03-20', record: { words: 'Het loopt goed.' } });
    expect(
      await rowsOf(
        sql`select version, reason, content ->> 'words' as words, changed_by as by from follow_up_versions where trajectory_id = ${world.trajectory}`,
      ),
    ).toEqual([{ version: 1, reason: 'Elif zei het anders.', words: 'Het loopt.', by: world.consultant }]);
    const [told] = await rowsOf<{ parameters: object }>(
      sql`select parameters from timeline_entries where trajectory_id = ${world.trajectory} and kind = 'trajectories.followUpCorrected'`,
    );
    expect(told!.parameters).toEqual({ months: 3, byPerson: world.consultant });
  });

  test('is checked as the first time, beside the fields, and needs a reason', async () => {
    expect(await refusal(correct(1, { on: '2025-01-01' }))).toMatchObject({ issues: [{ path: 'on' }] });
    expect(await refusal(correct(1, { practices: [] }))).toMatchObject({ issues: [{ path: 'practices.0.alive' }] });
    const without = { ...record(3, '2024-03-20', { words: 'Anders.' }), version: 1, reason: ' ' };
    expect(await refusal(correctFollowUp.call(as(world.lead), without, at(day)))).toMatchObject({
      issues: [{ path: 'reason' }],
    });
  });

  test('asks for the help that is wished now, and no longer for what is not', async () => {
    await correct(1, { help: 'training' });
    expect(await waiting()).toHaveLength(1);
    await correct(2, { help: 'none' });
    expect(await waiting()).toHaveLength(0);
  });

  test('by two people is corrected once: the second one reads first what it says now', async () => {
    await correct(1, { words: 'Het loopt goed.' });
    expect(await refusal(correct(1, { words: 'Het loopt slecht.' }, world.lead))).toMatchObject({
      status: 409,
      textKey: 'trajectories:followUp.changedMeanwhile',
    });
    const both = await Promise.allSettled([correct(2, { words: 'A' }), correct(2, { words: 'B' }, world.lead)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('saved the same again changes nothing and leaves no line', async () => {
    expect(await correct(1)).toEqual({ version: 1, fields: [] });
    expect(await rowsOf(sql`select 1 from follow_up_versions where trajectory_id = ${world.trajectory}`)).toEqual([]);
  });

  test('is mended after the last one too, when the trajectory is completed', async () => {
    await note(6, '2024-06-20');
    await note(12, '2024-12-20');
    expect(await correct(1, { words: 'Rechtgezet.' }, world.consultant, '2024-12-23')).toMatchObject({ version: 2 });
  });

  test('of a moment that was not noted yet, or by somebody else, is not corrected', async () => {
    const later = { ...record(6, '2024-03-20'), version: 0, reason: 'Te vroeg.' };
    expect(await refusal(correctFollowUp.call(as(world.lead), later, at(day)))).toMatchObject({ status: 404 });
    expect(await refusal(correct(1, { words: 'X' }, world.auditor))).toMatchObject({ status: 403 });
    expect(await refusal(correct(1, { words: 'X' }, world.stranger))).toMatchObject({ status: 404 });
  });
});
