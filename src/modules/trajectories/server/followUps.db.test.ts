import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { addDays } from '#shared/dates.ts';
import { changePerson } from '#platform/server/people.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { confirmActionPlan } from './actionPlanConfirmOperations.ts';
import { closingWorld, lettersTo, rowsOf, sealedPlan, sentPlan, type ClosingWorld } from './closingWorld.testing.ts';
import { readFollowUps, recordFollowUp } from './followUpOperations.ts';
import { remindFollowUp } from './followUpReminding.ts';
import { remindDueFollowUps } from './followUpReminders.ts';
import { as, at, inSystem, refusal } from './planWorld.testing.ts';
import { stopTrajectory } from './stopOperations.ts';

useOwnDatabase();

let world: ClosingWorld;
beforeEach(async () => {
  world = await closingWorld();
});

const here = () => ({ trajectory: world.trajectory });
const sealedOn = '2023-12-22';
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
const note = (person: string, input: object, day: string) => recordFollowUp.call(as(person), input, at(day));
const tasks = () =>
  rowsOf<{ kind: string; due: string | null; parameters: { months: number } }>(
    sql`select kind, due, parameters from waiting_tasks where trajectory_id = ${world.trajectory} and done_at is null and kind in ('trajectories.followUp', 'trajectories.helpWanted') order by kind`,
  );

describe('the follow-up', () => {
  test('is planned when the plan is sealed: 3, 6 and 12 months later, the first one waits', async () => {
    await sealedPlan(world);
    const view = await readFollowUps.call(as(world.lead), here(), at(sealedOn));
    expect(view.moments.map(({ months, due, standing }) => [months, due, standing])).toEqual([
      [3, '2024-03-22', 'later'],
      [6, '2024-06-22', 'later'],
      [12, '2024-12-22', 'later'],
    ]);
    expect(view).toMatchObject({ sealedOn, recordable: null, records: true, may: { allowed: true } });
    expect(await tasks()).toMatchObject([{ due: '2024-03-22', parameters: { months: 3 } }]);
  });

  test('ends with the month: sealed on 31 August, it comes on the last day of February', async () => {
    await sealedPlan(world, '2024-08-31');
    const view = await readFollowUps.call(as(world.lead), here(), at('2024-08-31'));
    expect(view.moments.map(({ due }) => due)).toEqual(['2024-11-30', '2025-02-28', '2025-08-31']);
  });

  test('counts days as Brussels does: sealed half an hour after midnight there is the next day', async () => {
    const { document } = await sentPlan(world, world.consultant, '2024-08-30');
    await confirmActionPlan.call(
      as(world.lead),
      { ...here(), document, mayConfirm: 'on' },
      { now: new Date('2024-08-30T22:30:00Z') },
    );
    const view = await readFollowUps.call(as(world.lead), here(), at('2024-08-31'));
    expect(view).toMatchObject({ sealedOn: '2024-08-31', moments: [{ due: '2024-11-30' }, {}, {}] });
  });

  test('is noted by the enterprise itself or by its guide; after the last one the trajectory is completed', async () => {
    await sealedPlan(world);
    expect(await note(world.lead, record(3, '2024-03-20'), '2024-03-20')).toMatchObject({ state: 'follow_up' });
    expect(await tasks()).toMatchObject([{ parameters: { months: 6 } }]);
    await note(world.consultant, record(6, '2024-06-22', { help: 'training' }), '2024-06-25');
    expect((await tasks()).map(({ kind }) => kind)).toEqual(['trajectories.followUp', 'trajectories.helpWanted']);
    const last = record(12, '2024-12-22', {
      reached: 'no',
      practices: [],
      next: [],
      help: '',
      words: 'Driemaal gebeld.',
    });
    expect(await note(world.colleague, last, '2024-12-22')).toEqual({ state: 'completed', reached: 'no' });
    const view = await readFollowUps.call(as(world.lead), here(), at('2024-12-23'));
    expect(view.moments.map(({ standing, done }) => [standing, done?.by])).toEqual([
      ['done', 'Nadia Claes'],
      ['done', 'Lotte Vermassen'],
      ['done', 'Ruben De Smet'],
    ]);
    expect(view).toMatchObject({ state: 'completed', may: { allowed: false, because: 'may.ended' } });
  });

  test('says beside the fields what is missing or impossible', async () => {
    await sealedPlan(world);
    const refused = await refusal(
      note(
        world.lead,
        record(3, '2024-03-25', { practices: [], next: [{ id: 's1', done: '' }], help: '' }),
        '2024-03-20',
      ),
    );
    expect((refused as { issues?: { path: string }[] }).issues?.map(({ path }) => path)).toEqual([
      'on',
      'practices.0.alive',
      'next.0.done',
      'help',
    ]);
    expect(await refusal(note(world.lead, record(3, '2024-01-10'), '2024-01-10'))).toMatchObject({
      issues: [{ path: 'on', parameters: { day: '21 februari 2024' } }],
    });
  });

  test('cannot be noted before the seal, twice, for a moment that is not planned, or by somebody else', async () => {
    expect(await refusal(note(world.lead, record(3, '2023-12-22'), sealedOn))).toMatchObject({
      textKey: 'trajectories:may.sealFirst',
    });
    await sealedPlan(world);
    const day = '2024-03-22';
    expect(await refusal(note(world.lead, record(4, day), day))).toMatchObject({ status: 404 });
    expect(await refusal(note(world.stranger, record(3, day), day))).toMatchObject({ status: 404 });
    expect(await refusal(note(world.auditor, record(3, day), day))).toMatchObject({ status: 403 });
    await note(world.lead, record(3, day), day);
    expect(await refusal(note(world.consultant, record(3, day), day))).toMatchObject({
      textKey: 'trajectories:followUp.doneAlready',
    });
  });

  test('noted by two people at once is noted once', async () => {
    await sealedPlan(world);
    const day = '2024-03-22';
    const both = await Promise.allSettled([
      note(world.lead, record(3, day), day),
      note(world.consultant, record(3, day, { words: 'Iets anders.' }), day),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      await rowsOf(
        sql`select 1 from timeline_entries where kind = 'trajectories.followUp' and trajectory_id = ${world.trajectory}`,
      ),
    ).toHaveLength(1);
  });
});

describe('reminders', () => {
  const due = '2024-03-22';
  const remind = (day: string) => remindDueFollowUps(new Date(`${day}T06:00:00Z`));
  const about = async (person: string) =>
    (await lettersTo(person)).filter(({ subject }) => /Hoe gaat het|Opvolging/u.test(subject)).length;

  beforeEach(async () => {
    // The tests of this file share a database: the moments of the others are out of the way.
    await inSystem((db) => db.run(sql`update follow_ups set reminded_on = due where reminded_on is null`));
    await inSystem((db) => changePerson(db, world.consultant, { email: `lotte.${world.trajectory}@example.org` }));
    await sealedPlan(world);
  });

  test('leave fourteen days before and on the day, once each, however often the job runs', async () => {
    expect(await remind(addDays(due, -15))).toBe(0);
    for (const day of [addDays(due, -14), addDays(due, -14), addDays(due, -10)]) await remind(day);
    expect([await about(world.contact), await about(world.consultant)]).toEqual([1, 1]);
    for (const day of [due, due, addDays(due, 5)]) await remind(day);
    expect([await about(world.contact), await about(world.consultant)]).toEqual([2, 2]);
    const [letter] = await lettersTo(world.contact);
    expect(letter!.body).toMatch(/22 maart 2024[^]*3 maanden[^]*\/trajectories\/.*\/follow-up/u);
  });

  test('leave once when two processes run the job at the same moment', async () => {
    const counts = await Promise.all([remind(due), remind(due)]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(await about(world.contact)).toBe(1);
  });

  test('do not leave for what is noted, nor for a trajectory that was stopped', async () => {
    await note(world.lead, record(3, '2024-03-10'), '2024-03-10');
    expect(await remind(due)).toBe(0);
    await stopTrajectory.call(
      as(world.colleague),
      { ...here(), on: '2024-05-01', reason: 'bankrupt', words: 'De bakkerij sloot.' },
      at('2024-05-02'),
    );
    expect(await remind('2024-06-22')).toBe(0);
  });

  test('asked for by hand on another day do nothing', async () => {
    const asked = remindFollowUp.call(as(world.consultant), { ...here(), months: 3 }, at('2024-02-01'));
    expect(await asked).toEqual({ reminded: false, letters: 0 });
    const lead = remindFollowUp.call(as(world.lead), { ...here(), months: 3 }, at(due));
    expect(await refusal(lead)).toMatchObject({ status: 403 });
  });

  test('leave a line of the system in the trail', async () => {
    await remind(due);
    expect(
      await rowsOf(
        sql`select actor_kind from audit_entries where operation = 'trajectories.remindFollowUp' and trajectory_id = ${world.trajectory} and actor_kind = 'system'`,
      ),
    ).toHaveLength(1);
  });
});
