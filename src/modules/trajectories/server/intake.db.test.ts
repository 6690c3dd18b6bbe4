import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { EditConflict, type InvalidInput } from '#platform/server/errors.ts';
import { findByEmail } from '#platform/server/people.ts';
import { giveGrant } from '#modules/access/index.server.ts';
import { codeIds } from '#modules/programmes/index.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { blocking } from '../rules/findings.ts';
import {
  addGuide,
  completeIntake,
  readIntake,
  recordStaffInformed,
  removeGuide,
  saveIntake,
} from './intakeOperations.ts';
import { as, at, inSystem, planWorld, refusal, testDay, type PlanWorld } from './planWorld.testing.ts';

useOwnDatabase();

let world: PlanWorld;
beforeEach(async () => {
  world = await planWorld('intake');
  const { consultant: person, enterprise: id, programme } = world;
  await inSystem((db) => giveGrant(db, { person, role: 'consultant', scope: 'enterprise', id, programme }));
});

const here = () => ({ trajectory: world.trajectory });
const read = (person = world.consultant) => readIntake.call(as(person), here(), at());
const save = (version: number, fields: object, person = world.consultant) =>
  saveIntake.call(as(person), { ...here(), version, ...fields }, at());
const complete = (person = world.consultant) => completeIntake.call(as(person), here(), at());
const issuePaths = (refused: unknown) => (refused as InvalidInput).issues.map(({ path }) => path);

const yes = { answer: 'yes', words: '' };
const whole = {
  on: '2023-09-28',
  withWhom: 'Nadia Claes',
  question: 'Ik wil niet elke keer zelf moeten inspringen als iemand ziek is.',
  motives: [codeIds('motives')[0]!],
  participants: ['employees', 'team_leaders'],
  conditions: {
    awareness: yes,
    co_creation: yes,
    long_breath: { answer: 'partly', words: 'We spreken elke maand af.' },
    own_goals: yes,
    learning_time: yes,
  },
};

describe('the intake', () => {
  test('cannot be completed while an answer is missing, and says how many', async () => {
    const refused = await refusal(complete());
    expect(refused).toMatchObject({ status: 409, textKey: 'trajectories:may.intakeGaps' });
    expect(refused.parameters['count']).toBe(blocking((await read()).findings).length);
    expect((await read()).may.completeIntake).toMatchObject({ allowed: false, because: 'may.intakeGaps' });
  });

  test('moves on to the decision once it is complete, with a task for the fund', async () => {
    expect(await save(1, whole)).toEqual({ missing: 0 });
    expect(await complete()).toEqual({ state: 'eligibility' });
    const tasks = await inSystem((db) =>
      db.many(sql`select kind from waiting_tasks where trajectory_id = ${world.trajectory} and done_at is null`),
    );
    expect(tasks).toEqual([{ kind: 'eligibility.decide' }]);
    expect(await refusal(complete())).toMatchObject({ textKey: 'trajectories:may.intakeDone' });
  });

  test('cannot be completed without a guide', async () => {
    await save(1, whole);
    await inSystem((db) =>
      db.run(sql`update trajectory_guides set until = ${testDay} where trajectory_id = ${world.trajectory}`),
    );
    expect(await refusal(complete())).toMatchObject({ textKey: 'trajectories:may.noGuide' });
  });

  test('tells of each answer who gave it and when, and what stood there before', async () => {
    await save(1, whole);
    await save(2, { ...whole, question: 'Een andere vraag.' }, world.colleague);
    const { origins } = await read();
    const question = origins.find(({ path }) => path === 'question')!.answers;
    expect(question.map(({ value }) => value)).toEqual(expect.arrayContaining(['Een andere vraag.', whole.question]));
    expect(question[0]).toMatchObject({ value: 'Een andere vraag.', by: expect.any(String) as string });
    expect(question[0]!.by).not.toBe(question[1]!.by);
    expect(origins.find(({ path }) => path === 'withWhom')!.answers).toHaveLength(1);
  });

  test('saved by two people at once shows both versions and loses neither', async () => {
    await save(1, { question: 'Wat de eerste schreef over de oven.', context: 'Familiebedrijf', expectation: 'Rust' });
    const refused = await refusal(save(1, { question: 'Wat de tweede schreef over de oven.', withWhom: 'Bart' }));
    expect(refused).toBeInstanceOf(EditConflict);
    expect((refused as EditConflict).conflicts).toEqual([
      {
        path: 'question',
        mine: 'Wat de tweede schreef over de oven.',
        theirs: 'Wat de eerste schreef over de oven.',
      },
    ]);
    expect((await read()).intake).toMatchObject({ question: 'Wat de eerste schreef over de oven.', withWhom: '' });
  });

  test('saved by two people in different fields keeps what both wrote', async () => {
    await save(1, { context: 'Familiebedrijf' }, world.colleague);
    expect(await save(1, { withWhom: 'Bart' })).toBeDefined();
    expect((await read()).intake).toMatchObject({ context: 'Familiebedrijf', withWhom: 'Bart' });
  });

  test('keeps markup and script as the words they are', async () => {
    const hostile = `<script>alert('x')</script> "; drop table intakes; -- \u202e`;
    await save(1, { question: hostile });
    expect((await read()).intake.question).toBe(`<script>alert('x')</script> "; drop table intakes; --`);
  });

  test('refuses a code that does not exist and a day that does not exist, beside the field', async () => {
    const refused = await refusal(save(1, { on: '2023-02-30', directedBy: 'nobody' }));
    expect(issuePaths(refused)).toEqual(['on', 'directedBy']);
  });

  test('is not seen by another fund, and only read by an auditor and the enterprise', async () => {
    expect(await refusal(read(world.stranger))).toMatchObject({ status: 404 });
    for (const person of [world.auditor, world.lead]) {
      expect((await read(person)).mayChange).toBe(false);
      expect(await refusal(save(1, whole, person))).toMatchObject({ status: 403 });
    }
    expect((await read(world.lead)).candidates).toEqual([]);
  });
});

describe('guides', () => {
  const guest = () => ({
    ...here(),
    name: 'Sofie Nieuwkens',
    email: `sofie.${world.trajectory.slice(0, 8)}.${world.trajectory.slice(-6)}@voorbeeld.test`,
    capacity: 'consultant',
    since: testDay,
  });
  const mailsTo = (person: string) =>
    inSystem((db) => db.many<{ template: string }>(sql`select template from mails where person_id = ${person}`));

  test('a consultant from outside is invited by mail and sees the enterprise; one who stops no longer does', async () => {
    const { person } = await addGuide.call(as(world.colleague), guest(), at());
    expect(await mailsTo(person)).toEqual([{ template: 'access.invitation' }]);
    const view = await read(person);
    expect(view.mayChange).toBe(true);
    const guideId = view.guides.find(({ name }) => name === 'Sofie Nieuwkens')!.id;

    await removeGuide.call(as(world.colleague), { ...here(), guideId, until: testDay }, at());
    expect(await refusal(read(person))).toMatchObject({ status: 404 });
    expect((await read()).guides.find(({ id }) => id === guideId)!.until).toBe(testDay);
  });

  test('somebody who is known by that address is added without a second invitation, and can start again', async () => {
    const { person } = await addGuide.call(as(world.colleague), guest(), at());
    const guideId = (await read()).guides.find(({ name }) => name === 'Sofie Nieuwkens')!.id;
    await removeGuide.call(as(world.colleague), { ...here(), guideId, until: testDay }, at());
    expect(await addGuide.call(as(world.colleague), guest(), at())).toEqual({ person });
    expect(await inSystem((db) => findByEmail(db, guest().email))).toBe(person);
    expect(await mailsTo(person)).toHaveLength(1);
    expect((await read(person)).guides.find(({ id }) => id === guideId)!.until).toBeNull();
  });

  test('never end with nobody: the last one stays until another came', async () => {
    const end = async (name: string) => {
      const guideId = (await read()).guides.find((guide) => guide.name === name)!.id;
      return removeGuide.call(as(world.colleague), { ...here(), guideId, until: testDay }, at());
    };
    await end('Lotte Vermassen');
    expect((await read(world.colleague)).may.removeGuide).toMatchObject({ allowed: false, because: 'may.lastGuide' });
    expect(await refusal(end('Ruben De Smet'))).toMatchObject({ status: 409, textKey: 'trajectories:may.lastGuide' });
  });

  test('one who holds this trajectory and nothing else reads its intake whole', async () => {
    const other = await planWorld('intake');
    const view = await readIntake.call(as(other.consultant), { trajectory: other.trajectory }, at());
    expect(view.enterprise).toMatchObject({ workers: 14, message: null });
  });

  test('are chosen by the fund, not by a consultant', async () => {
    expect(await refusal(addGuide.call(as(world.consultant), guest(), at()))).toMatchObject({ status: 403 });
  });

  test('need a name and an address when they are new', async () => {
    const refused = await refusal(
      addGuide.call(as(world.colleague), { ...here(), capacity: 'consultant', since: testDay }, at()),
    );
    expect(issuePaths(refused)).toEqual(['name', 'email']);
  });

  test('of another trajectory cannot be ended here', async () => {
    const other = await planWorld('intake');
    const guideId = (await readIntake.call(as(other.colleague), { trajectory: other.trajectory }, at())).guides[0]!.id;
    expect(
      await refusal(removeGuide.call(as(world.colleague), { ...here(), guideId, until: testDay }, at())),
    ).toMatchObject({ status: 404 });
  });
});

describe('staff', () => {
  test('staff cannot have been informed tomorrow', async () => {
    const note = {
      moment: 'start',
      on: '2023-10-03',
      ways: [codeIds('staffInformedWays')[0]!],
      by: 'Nadia',
      representatives: 'none',
    };
    const inform = (more: object) =>
      recordStaffInformed.call(as(world.consultant), { ...here(), ...note, words: '', ...more }, at());
    expect(issuePaths(await refusal(inform({})))).toEqual(['on']);
    await inform({ on: testDay });
    expect((await read()).staffInformed).toHaveLength(1);
  });
});
