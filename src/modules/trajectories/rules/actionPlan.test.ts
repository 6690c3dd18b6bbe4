import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '#shared/dates.ts';
import { followUps, keepAgreed, openActionPlan, supportGiven, type ActionPlan } from './actionPlan.ts';
import { blocking } from './findings.ts';
import { reviewActionPlan } from './reviewActionPlan.ts';
import { actionPlan as anyActionPlan, day, plan as anyPlan, session as anySession } from './samples.testing.ts';

const facts = { today: '2024-10-01', agreedGoalIds: ['g1'] };
const good: ActionPlan = {
  goals: [
    {
      id: 'g1',
      title: 'Elkaar kunnen vervangen',
      agreed: 'Twee mensen voor elke taak',
      outcome: 'done',
      result: 'Voor elke taak zijn er nu twee mensen.',
      reason: '',
      why: '',
    },
  ],
  practices: [{ id: 'p1', what: 'De matrix bekijken', embedding: 'fixed_meeting', owner: 'Bart', since: '2024-06-01' }],
  next: [{ id: 'x1', what: 'De winkelploeg begint', owner: 'Nadia', on: '2024-11-01' }],
  embedding: 'Elke eerste maandag kijken we samen naar de matrix.',
};
const goal = (part: Partial<ActionPlan['goals'][number]>): ActionPlan => ({
  ...good,
  goals: [{ ...good.goals[0]!, ...part }],
});
const keys = (actionPlan: ActionPlan) =>
  reviewActionPlan(actionPlan, facts).map((finding) => `${finding.path} ${finding.key}`);

describe('an action plan', () => {
  test('in which everything stands has no findings', () => {
    expect(reviewActionPlan(good, facts)).toEqual([]);
  });

  test.each([
    ['a goal without outcome', goal({ outcome: '' }), 'goals.0.outcome finding.outcome.open'],
    [
      'a goal done otherwise, without a reason',
      goal({ outcome: 'different', why: 'De oven ging stuk' }),
      'goals.0.reason finding.outcome.reason',
    ],
    [
      'a goal partly done, without words',
      goal({ outcome: 'partly', reason: 'little_time' }),
      'goals.0.why finding.outcome.why',
    ],
    [
      'a goal not done, without words',
      goal({ outcome: 'not_done', result: '', reason: 'little_time' }),
      'goals.0.why finding.outcome.why',
    ],
    ['a goal of the plan that is gone', { ...good, goals: [] }, 'goals finding.outcome.goalGone'],
    ['nothing that stays', { ...good, practices: [], next: [] }, 'practices finding.practices.none'],
    [
      'a practice of nobody',
      { ...good, practices: [{ ...good.practices[0]!, owner: '' }] },
      'practices.0.owner finding.practice.owner',
    ],
    [
      'a practice that begins tomorrow',
      { ...good, practices: [{ ...good.practices[0]!, since: '2024-10-02' }] },
      'practices.0.since finding.practice.future',
    ],
    ['a next action without a day', { ...good, next: [{ ...good.next[0]!, on: null }] }, 'next.0.on finding.next.on'],
    [
      'a next action in the past',
      { ...good, next: [{ ...good.next[0]!, on: '2024-09-30' }] },
      'next.0.on finding.next.past',
    ],
    ['no words on how it stays alive', { ...good, embedding: ' ' }, 'embedding finding.embedding.missing'],
  ])('with %s cannot be sent', (_, actionPlan, expected) => {
    expect(keys(actionPlan)).toContain(expected);
    expect(blocking(reviewActionPlan(actionPlan, facts)).length).toBeGreaterThan(0);
  });

  test('of a goal that was not done asks why, not what came of it', () => {
    expect(
      keys(goal({ outcome: 'not_done', result: '', reason: 'need_changed', why: 'De winkel ging dicht' })),
    ).toEqual([]);
  });

  test('without next actions, or without practices, gets a warning only', () => {
    for (const part of [{ next: [] }, { practices: [] }])
      expect(blocking(reviewActionPlan({ ...good, ...part }, facts))).toEqual([]);
  });

  test('passes only when every agreed goal has its outcome', () => {
    fc.assert(
      fc.property(anyActionPlan, (actionPlan) => {
        if (blocking(reviewActionPlan(actionPlan, facts)).length > 0) return;
        expect(actionPlan.goals.map(({ id }) => id)).toContain('g1');
        expect(actionPlan.goals.every(({ outcome }) => outcome !== '')).toBe(true);
      }),
    );
  });
});

describe('opening an action plan', () => {
  test('takes over each goal of the plan once, as agreed, and invents no outcome', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anySession), (plan, sessions) => {
        const { actionPlan, evidence } = openActionPlan(plan, sessions);
        expect(actionPlan.goals.map(({ id, title, agreed }) => [id, title, agreed])).toEqual(
          plan.goals.map((each) => [each.id, each.title, each.expectedResult]),
        );
        expect(actionPlan.goals.every(({ outcome, result }) => outcome === '' && result === '')).toBe(true);
        expect(evidence.every(({ sessions: count, lastOn }) => (count === 0) === (lastOn === null))).toBe(true);
      }),
    );
  });

  test('shows the sessions on the theme of a goal', () => {
    const plan = {
      needs: [{ id: 'n1', theme: 'onboarding', words: '', horizon: '', kind: '', team: '' }],
      goals: [{ id: 'g1', needIds: ['n1'], title: 'Onthaal', expectedResult: '' }],
    };
    const sessions = [
      { theme: 'onboarding', hours: 2.5, on: '2024-03-01' },
      { theme: 'onboarding', hours: 1.25, on: '2024-02-01' },
      { theme: 'leadership', hours: 3, on: '2024-04-01' },
    ];
    expect(openActionPlan(plan, sessions).evidence).toEqual([
      { goalId: 'g1', sessions: 2, hours: 3.75, lastOn: '2024-03-01' },
    ]);
  });

  test('what was agreed cannot be typed over', () => {
    const plan = { goals: [{ id: 'g1', needIds: [], title: 'Onthaal', expectedResult: 'Een vaste meter' }] };
    const typed = [
      { id: 'g1', outcome: 'done' as const, result: 'Klaar', title: 'Iets anders', agreed: 'niets' },
      { id: 'g9' },
    ];
    expect(keepAgreed(plan, typed)).toEqual([
      { id: 'g1', title: 'Onthaal', agreed: 'Een vaste meter', outcome: 'done', result: 'Klaar', reason: '', why: '' },
    ]);
  });

  test('support given is hours times the price of an hour', () => {
    expect(supportGiven([{ hours: 2.5 }, { hours: 0.25 }], 12_345)).toEqual({ hours: 2.75, amountCents: 33_949 });
  });
});

describe('follow-up', () => {
  test('comes 3, 6 and 12 months after sealing, with a reminder two weeks before and on the day', () => {
    expect(followUps('2024-11-30')).toEqual([
      { months: 3, on: '2025-02-28', reminders: ['2025-02-14', '2025-02-28'] },
      { months: 6, on: '2025-05-30', reminders: ['2025-05-16', '2025-05-30'] },
      { months: 12, on: '2025-11-30', reminders: ['2025-11-16', '2025-11-30'] },
    ]);
  });

  test('keeps its order and never falls in another month', () => {
    fc.assert(
      fc.property(day, (sealedOn) => {
        const moments = followUps(sealedOn);
        expect(moments.map(({ on }) => on)).toEqual(moments.map(({ on }) => on).sort());
        for (const { months, on, reminders } of moments) {
          const month = (Number(sealedOn.slice(5, 7)) - 1 + months) % 12;
          expect(Number(on.slice(5, 7)) - 1).toBe(month);
          expect(reminders.map((reminder) => daysBetween(reminder, on))).toEqual([14, 0]);
        }
      }),
    );
  });
});
