import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import type { EditConflict, InvalidInput } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { trajectoryStates } from '../rules/states.ts';
import { savePlan, submitPlan } from './planOperations.ts';
import { approvePlan } from './planVerdictOperations.ts';
import { as, at, inSystem, planWorld, refusal, wholePlan, type PlanWorld } from './planWorld.testing.ts';
import { readQuickSession } from './quickSessionOperations.ts';
import { correctSession, readSessions, recordSession } from './sessionOperations.ts';

useOwnDatabase();

let world: PlanWorld;
beforeEach(async () => {
  world = await planWorld('guidance');
});

const here = () => ({ trajectory: world.trajectory });
/** A session as the quick form sends it: everything is text. */
const typed = (more: object = {}) => ({
  ...here(),
  on: '2023-10-02',
  hours: '2.5',
  people: '6',
  theme: 'competence_matrix',
  notes: 'De tien taken gekozen.',
  guideId: world.consultant,
  ...more,
});
const record = (more: object = {}, person = world.consultant) => recordSession.call(as(person), typed(more), at());
const correct = (session: string, version: number, more: object = {}, person = world.consultant) =>
  correctSession.call(as(person), { ...typed(more), session, version, reason: 'Vergist.' }, at());
const read = (person = world.consultant, now = at()) => readSessions.call(as(person), here(), now);
const issues = async (promise: Promise<unknown>) =>
  ((await refusal(promise)) as InvalidInput).issues.map(({ path, textKey }) => [path, textKey.split(':').at(-1)]);
const timeline = () =>
  inSystem((db) =>
    db.many<{ day: string; parameters: object }>(
      sql`select day, parameters from timeline_entries where trajectory_id = ${world.trajectory} and kind = 'trajectories.session' order by id`,
    ),
  );

describe('a session', () => {
  test('is recorded with what fits on a phone, and counts in the hours and the timeline', async () => {
    const { session } = (await record()) as { session: string };
    const view = await read(world.lead);
    expect(view.sessions).toMatchObject([
      { id: session, on: '2023-10-02', hours: 2.5, people: 6, guideName: 'Lotte Vermassen', version: 1 },
    ]);
    expect(view.hours).toMatchObject({ planned: 0, used: 2.5 });
    expect(await timeline()).toMatchObject([
      {
        day: '2023-10-02',
        parameters: { hours: 2.5, people: 6, theme: 'competence_matrix', guidePerson: world.consultant },
      },
    ]);
  });

  test('of hours that stand on no chip is typed, and goes before the chip', async () => {
    await record({ otherHours: '1u45' });
    expect((await read()).sessions[0]!.hours).toBe(1.75);
    expect(await issues(record({ hours: '', otherHours: '' }))).toEqual([['hours', 'error.required']]);
  });

  test('sent twice counts once', async () => {
    const key = newId();
    const twice = () => recordSession.call(as(world.consultant), typed(), { ...at(), idempotencyKey: key });
    const [first, second] = await Promise.all([twice(), twice()]);
    expect(second).toEqual(first);
    expect((await read()).sessions).toHaveLength(1);
  });

  test('that looks like one already there is asked about once', async () => {
    await record();
    expect(await issues(record())).toEqual([['sure', 'finding.session.twice']]);
    await record({ sure: 'on' });
    expect((await read()).hours.used).toBe(5);
  });

  test('keeps its words as text', async () => {
    const script = '<img src=x onerror=alert(1)><script>x</script>';
    await record({ notes: script });
    expect((await read()).sessions[0]!.notes).toBe(script);
  });

  test('with figures or a day that cannot be is refused beside the field', async () => {
    expect(await issues(record({ hours: '-1', people: '-3', on: '2023-13-01', theme: 'astrology' }))).toEqual([
      ['on', 'error.date'],
      ['people', 'error.tooSmall'],
      ['theme', 'error.choice'],
      ['hours', 'error.tooSmall'],
    ]);
    expect(await issues(record({ hours: '400', people: '1e99' }))).toEqual([
      ['people', 'error.number'],
      ['hours', 'error.tooBig'],
    ]);
    expect(await issues(record({ on: '2023-10-03' }))).toEqual([['on', 'finding.session.future']]);
    expect(await issues(record({ on: '2023-09-14' }))).toEqual([['on', 'finding.session.beforeAgreement']]);
    expect(await issues(record({ guideId: world.lead }))).toEqual([['guideId', 'finding.session.guide']]);
    expect(await issues(record({ part: newId() }))).toEqual([['part', 'error.choice']]);
    expect((await read()).sessions).toEqual([]);
  });
});

describe('the form for a session', () => {
  test('begins with today, oneself, as many people as last time and the themes of the plan', async () => {
    world = await planWorld();
    await savePlan.call(as(world.consultant), { ...here(), version: 0, plan: wholePlan }, at());
    await record({ people: '9' });
    const { defaults, may } = await readQuickSession.call(as(world.colleague), here(), at());
    expect(defaults).toMatchObject({
      on: '2023-10-02',
      people: 9,
      guideId: world.colleague,
      themes: ['competence_matrix'],
    });
    expect(defaults.guides.map(({ name }) => name).sort()).toEqual(['Lotte Vermassen', 'Ruben De Smet']);
    expect(may.allowed).toBe(true);
  });

  test('shows hours beside the plan once it is approved, with the pace of the plan', async () => {
    world = await planWorld();
    await savePlan.call(as(world.consultant), { ...here(), version: 0, plan: wholePlan }, at());
    await submitPlan.call(as(world.consultant), { ...here(), version: 1 }, at());
    await approvePlan.call(as(world.coordinator), { ...here(), version: 1, words: '' }, at());
    const later = at('2023-11-10');
    await recordSession.call(as(world.consultant), typed({ on: '2023-11-10', hours: '6' }), later);
    await recordSession.call(as(world.colleague), typed({ on: '2023-11-10', guideId: world.colleague }), later);
    const view = await read(world.coordinator, later);
    expect(view.hours).toEqual({ planned: 16.5, used: 8.5, left: 8, over: 0, pace: expect.any(Number) as number });
    expect(view.hours.pace).toBeGreaterThan(6);
    expect(view.perGuide).toEqual([
      { name: 'Lotte Vermassen', hours: 6 },
      { name: 'Ruben De Smet', hours: 2.5 },
    ]);
    const waiting = await inSystem((db) =>
      db.many(sql`select 1 from waiting_tasks where trajectory_id = ${world.trajectory} and done_at is null`),
    );
    expect(waiting).toEqual([]);
  });
});

describe('a correction', () => {
  let session = '';
  beforeEach(async () => {
    ({ session } = (await record()) as { session: string });
  });

  test('changes the session and its line in the timeline; what it was stays on record with the reason', async () => {
    await correct(session, 1, { hours: '3', on: '2023-09-28' });
    expect((await read()).sessions).toMatchObject([{ id: session, hours: 3, on: '2023-09-28', version: 2 }]);
    expect(await timeline()).toMatchObject([{ day: '2023-09-28', parameters: { hours: 3 } }]);
    const versions = await inSystem((db) =>
      db.many(
        sql`select version, reason, content ->> 'hours' as hours from guidance_session_versions where session_id = ${session} order by version`,
      ),
    );
    expect(versions).toEqual([
      { version: 1, reason: '', hours: '2.5' },
      { version: 2, reason: 'Vergist.', hours: '3' },
    ]);
    const trail = await inSystem((db) =>
      db.many(
        sql`select fields from audit_entries where operation = 'trajectories.correctSession' and subject_id = ${session}`,
      ),
    );
    expect(trail).toEqual([{ fields: ['on', 'hours'] }]);
  });

  test('needs a reason', async () => {
    const input = { ...typed(), session, version: 1, reason: ' ' };
    expect(await issues(correctSession.call(as(world.consultant), input, at()))).toEqual([
      ['reason', 'error.required'],
    ]);
  });

  test('of two people is merged, and shows both where they differ', async () => {
    await correct(session, 1, { people: '8' }, world.colleague);
    await correct(session, 1, { notes: 'Ook de risico’s besproken.' });
    expect((await read()).sessions[0]).toMatchObject({ people: 8, notes: 'Ook de risico’s besproken.', version: 3 });
    const refused = (await refusal(correct(session, 1, { people: '7' }))) as EditConflict;
    expect(refused.conflicts).toMatchObject([{ path: 'people', mine: 7, theirs: 8 }]);
    expect(refused.current).toMatchObject({ version: 3, session: { people: 7, notes: 'Ook de risico’s besproken.' } });
  });

  test('of the same at the same moment loses neither', async () => {
    await Promise.all([correct(session, 1, { people: '8' }, world.colleague), correct(session, 1, { hours: '4' })]);
    expect((await read()).sessions[0]).toMatchObject({ people: 8, hours: 4, version: 3 });
  });

  test('of a session of another trajectory is not found', async () => {
    const other = await planWorld('guidance');
    const input = {
      ...typed(),
      trajectory: other.trajectory,
      guideId: other.consultant,
      session,
      version: 1,
      reason: 'x',
    };
    // Its trajectory has no session: the state says so first. With one, the session itself is unknown there.
    await recordSession.call(
      as(other.consultant),
      { ...typed(), trajectory: other.trajectory, guideId: other.consultant },
      at(),
    );
    expect((await refusal(correctSession.call(as(other.consultant), input, at()))).status).toBe(404);
  });
});

describe('who and when', () => {
  test('somebody of another fund learns nothing; an enterprise and an auditor read and do not write', async () => {
    expect((await refusal(read(world.stranger))).status).toBe(404);
    expect((await refusal(record({}, world.stranger))).status).toBe(404);
    for (const person of [world.lead, world.auditor, world.manager]) {
      expect((await refusal(record({}, person))).status).toBe(403);
      expect((await read(person)).writes).toBe(false);
    }
  });

  const late = ['follow_up', 'completed', 'stopped'] as const;
  const early = ['intake', 'eligibility', 'agreement'] as const;
  test.each([...early, ...late])('in %s no session is recorded or corrected, and the page says why', async (state) => {
    world = await planWorld(state);
    const reason = { textKey: expect.stringMatching(/may\.(agreementFirst|sessionsFixed|ended|stopped)$/u) as string };
    expect(await refusal(record())).toMatchObject({ code: 'not_now', ...reason });
    expect(await refusal(correct(newId(), 1))).toMatchObject({ code: 'not_now', ...reason });
    expect((await read()).may.record.allowed).toBe(false);
  });

  test('in every other state a session can be recorded', async () => {
    for (const state of trajectoryStates.filter((one) => ![...early, ...late].includes(one as never))) {
      world = await planWorld(state);
      await record();
      expect((await read()).sessions).toHaveLength(1);
    }
  });
});
