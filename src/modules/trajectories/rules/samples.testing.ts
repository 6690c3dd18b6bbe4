import fc from 'fast-check';
import { addDays } from '#shared/dates.ts';
import type { KnownFacts } from './prefillPlan.ts';
import type { PlanOfApproach } from './plan.ts';

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
