import fc from 'fast-check';
import { addDays } from '#shared/dates.ts';
import { goalOutcomes, type ActionPlan } from './actionPlan.ts';
import { conditionAnswers, informedMoments, type Intake, type StaffInformed } from './intake.ts';
import type { KnownFacts } from './prefillPlan.ts';
import type { PlanOfApproach } from './plan.ts';
import type { Session } from './sessions.ts';

/** Made-up documents for property tests: everything that the types allow, sensible or not. */
const words = fc.oneof(
  fc.constantFrom(
    '',
    'Onthaal',
    'We maken samen met de ploeg een matrix van alle taken.',
    'De ploeg leert elkaar de machines.',
  ),
  fc.string({ maxLength: 40 }),
);
export const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2023-06-01', n));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const ids = (prefix: string) => fc.integer({ min: 1, max: 3 }).map((n) => `${prefix}${n}`);
const theme = fc.constantFrom('', 'competence_matrix', 'onboarding', 'astrology');
const hours = orNull(fc.integer({ min: 0, max: 200 }).map((quarters) => quarters / 4));
const cents = orNull(fc.integer({ min: 0, max: 1_000_000 }));

export const plan: fc.Arbitrary<PlanOfApproach> = fc.record({
  needs: fc.uniqueArray(
    fc.record({
      id: ids('n'),
      theme,
      words,
      horizon: fc.constantFrom('', 'present', 'future'),
      kind: fc.constantFrom('', 'technical'),
      team: words,
    }),
    { selector: (need) => need.id, maxLength: 3 },
  ),
  goals: fc.uniqueArray(
    fc.record({ id: ids('g'), needIds: fc.uniqueArray(ids('n')), title: words, expectedResult: words }),
    {
      selector: (goal) => goal.id,
      maxLength: 3,
    },
  ),
  actions: fc.array(
    fc.record({
      id: fc.uuid(),
      goalId: ids('g'),
      what: words,
      hours,
      roles: fc.subarray(['owner', 'team_leader']),
      who: words,
      start: orNull(day),
      end: orNull(day),
      expectedResult: words,
      partner: words,
    }),
    { maxLength: 4 },
  ),
  expectations: fc.record({ enterprise: words, guide: words }),
  approach: fc.record({
    participation: fc.constantFrom('', 'participative'),
    tailoring: fc.constantFrom('', 'tailored'),
    effects: fc.subarray(['motivation', 'retention']),
  }),
  cost: fc.record({ rateCents: cents, ownContributionCents: cents, remark: words }),
});

export const knownFacts: fc.Arbitrary<KnownFacts> = fc.record({
  intake: orNull(
    fc.record({
      on: day,
      question: words,
      themes: fc.uniqueArray(fc.constantFrom('competence_matrix', 'onboarding', 'leadership')),
      expectation: words,
    }),
  ),
  scan: orNull(
    fc.record({ on: day, nextSteps: fc.array(fc.record({ theme: orNull(theme), title: words }), { maxLength: 4 }) }),
  ),
  programme: fc.record({ rateCents: cents }),
});

const informed = fc.constantFrom('informed', 'none', 'not_yet', '') as fc.Arbitrary<StaffInformed['representatives']>;
const codes = fc.subarray(['owner', 'employees', 'other']);

export const session: fc.Arbitrary<Session> = fc.record({
  id: fc.uuid(),
  guideId: fc.constantFrom('lotte', 'ruben'),
  on: day,
  hours: fc.integer({ min: -4, max: 60 }).map((quarters) => quarters / 4),
  people: fc.integer({ min: -1, max: 600 }),
  theme: fc.constantFrom('', 'competence_matrix', 'onboarding', 'astrology'),
  notes: words,
});

export const actionPlan: fc.Arbitrary<ActionPlan> = fc.record({
  goals: fc.array(
    fc.record({
      id: ids('g'),
      title: words,
      agreed: words,
      outcome: fc.constantFrom('' as const, ...goalOutcomes),
      result: words,
      reason: fc.constantFrom('', 'little_time'),
      why: words,
    }),
    { maxLength: 3 },
  ),
  practices: fc.array(
    fc.record({
      id: fc.uuid(),
      what: words,
      embedding: fc.constantFrom('', 'in_talks'),
      owner: words,
      since: orNull(day),
    }),
    { maxLength: 3 },
  ),
  next: fc.array(fc.record({ id: fc.uuid(), what: words, owner: words, on: orNull(day) }), { maxLength: 3 }),
  embedding: words,
});

const condition = fc.record({ answer: fc.constantFrom('' as const, ...conditionAnswers), words });
export const intake: fc.Arbitrary<Intake> = fc.record({
  on: orNull(day),
  withWhom: words,
  question: words,
  context: words,
  motives: codes,
  levers: codes,
  obstacles: codes,
  transitions: codes,
  directedBy: fc.constantFrom('', 'owner'),
  formalPractices: codes,
  informalPractices: codes,
  themes: codes,
  participants: codes,
  who: words,
  expectation: words,
  conditions: fc.record({
    awareness: condition,
    co_creation: condition,
    long_breath: condition,
    own_goals: condition,
    learning_time: condition,
  }),
});

export const staffInformed: fc.Arbitrary<StaffInformed> = fc.record({
  moment: fc.constantFrom(...informedMoments),
  on: day,
  ways: codes,
  by: words,
  representatives: informed,
  words,
});
