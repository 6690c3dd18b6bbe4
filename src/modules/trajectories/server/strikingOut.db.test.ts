import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readActionPlan } from './actionPlanOperations.ts';
import { closingDay, closingWorld, rowsOf, sealedPlan, type ClosingWorld } from './closingWorld.testing.ts';
import { as, at, refusal } from './planWorld.testing.ts';
import { correctSession, readSessions, recordSession } from './sessionOperations.ts';
import { strikeSession } from './sessionStrikeOperations.ts';

useOwnDatabase();

let world: ClosingWorld;
beforeEach(async () => {
  world = await closingWorld();
});

const now = at(closingDay);
const here = () => ({ trajectory: world.trajectory });
const read = (person = world.consultant) => readSessions.call(as(person), here(), now);
const support = async () => (await readActionPlan.call(as(world.consultant), here(), now)).support.hours;
const strike = (session: string, version = 1, more: object = {}, person = world.consultant) =>
  strikeSession.call(as(person), { ...here(), session, version, reason: 'Tweemaal genoteerd.', ...more }, now);
const second = () =>
  recordSession.call(
    as(world.consultant),
    { ...here(), guideId: world.consultant, on: '2023-11-06', hours: '2', people: '4', theme: 'onboarding', notes: '' },
    now,
  );

describe('a session that is struck out', () => {
  test('stays to be read with the reason, and counts in no sum', async () => {
    const { session } = await second();
    expect(await support()).toBe(5.5);
    await strike(session);
    const view = await read();
    expect(view.sessions.map(({ hours }) => hours)).toEqual([3.5]);
    expect(view.struck).toMatchObject([
      { id: session, hours: 2, struck: { by: 'Lotte Vermassen', reason: 'Tweemaal genoteerd.', at: now.now } },
    ]);
    expect(view.hours.used).toBe(3.5);
    expect(await support()).toBe(3.5);
  });

  test('is told on the timeline, without the reason, which stays in the office', async () => {
    const { session } = await second();
    await strike(session);
    const [told] = await rowsOf<{ parameters: object }>(
      sql`select parameters from timeline_entries where trajectory_id = ${world.trajectory} and kind = 'trajectories.sessionStruck'`,
    );
    expect(told!.parameters).toEqual({ hours: 2, day: '2023-11-06', byPerson: world.consultant });
    expect((await read(world.lead)).struck).toMatchObject([{ id: session, struck: { reason: '' } }]);
  });

  test('cannot be corrected or struck out once more', async () => {
    const { session } = await second();
    await strike(session);
    expect(await refusal(strike(session))).toMatchObject({ status: 404 });
    const correction = { ...here(), session, version: 1, guideId: world.consultant, on: '2023-11-06', hours: '3' };
    expect(
      await refusal(
        correctSession.call(
          as(world.consultant),
          { ...correction, people: '4', theme: 'onboarding', notes: '', reason: 'Toch wel.' },
          now,
        ),
      ),
    ).toMatchObject({ status: 404 });
  });

  test('needs a reason, and a version that still stands', async () => {
    const { session } = await second();
    expect(await refusal(strike(session, 1, { reason: ' ' }))).toMatchObject({ issues: [{ path: 'reason' }] });
    expect(await refusal(strike(session, 4))).toMatchObject({
      status: 409,
      textKey: 'trajectories:session.changedMeanwhile',
    });
  });

  test('by two people at once is struck out once', async () => {
    const { session } = await second();
    const both = await Promise.allSettled([strike(session), strike(session, 1, {}, world.colleague)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await read()).struck).toHaveLength(1);
  });

  test('leaves an action plan waiting when it was the only one, and nothing changes once the plan is sealed', async () => {
    const [only] = (await read()).sessions;
    await strike(only!.id);
    expect((await readActionPlan.call(as(world.consultant), here(), now)).may.save).toMatchObject({
      because: 'may.sessionFirst',
    });
    const sealed = await closingWorld();
    await sealedPlan(sealed);
    const [kept] = (await readSessions.call(as(sealed.consultant), { trajectory: sealed.trajectory }, now)).sessions;
    const input = { trajectory: sealed.trajectory, session: kept!.id, version: 1, reason: 'Te laat.' };
    expect(await refusal(strikeSession.call(as(sealed.consultant), input, now))).toMatchObject({
      textKey: 'trajectories:may.sessionsFixed',
    });
  });

  test('is struck out by who guides, not by the enterprise or a stranger', async () => {
    const { session } = await second();
    expect(await refusal(strike(session, 1, {}, world.lead))).toMatchObject({ status: 403 });
    expect(await refusal(strike(session, 1, {}, world.stranger))).toMatchObject({ status: 404 });
  });
});
