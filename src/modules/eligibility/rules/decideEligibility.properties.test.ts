import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { competentiechecks2023 as programme } from '#modules/programmes/index.ts';
import { decideEligibility } from './decideEligibility.ts';
import type { DeclaredAid, EligibilityFacts } from './facts.ts';

const million = 100_000_000;

/** Unless more were asked for (`PROPERTY_RUNS`). */
const runs = (numRuns: number) => (process.env['PROPERTY_RUNS'] === undefined ? { numRuns } : {});

describe('a decision on any facts', () => {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const money = fc.integer({ min: 0, max: 60 }).map((value) => value * million);
  const period = fc.record({
    year: fc.constantFrom(2022, 2023, 2024, 2025, 2026),
    headcount: maybe(fc.constantFrom(0, 9.9, 10, 49, 50, 249, 249.99, 250, 400)),
    turnoverCents: maybe(money),
    balanceCents: maybe(money),
  });
  const line: fc.Arbitrary<DeclaredAid> = fc.record({
    date: maybe(fc.constantFrom('2022-01-01', '2023-09-07', '2023-09-08', '2025-05-05', '2026-09-08', '2026-12-01')),
    amountCents: maybe(fc.integer({ min: 0, max: 31_000_000 })),
    regulation: maybe(fc.constantFrom('2023/2831', '1407/2013', '2023/2832', 'de-minimis')),
  });
  const facts: fc.Arbitrary<EligibilityFacts> = fc.record({
    date: fc.constantFrom('2023-06-01', '2026-09-08'),
    organisationKind: fc.constantFrom('enterprise' as const, 'social_profit' as const, 'local_authority' as const),
    careKind: maybe(fc.constantFrom('childcare' as const, 'other' as const)),
    periods: fc.uniqueArray(period, { maxLength: 4, selector: ({ year }) => year }),
    standAlone: maybe(fc.boolean()),
    publicHolding25: maybe(fc.boolean()),
    jointCommittees: fc.array(
      fc.record({ number: fc.constantFrom('118', '124', '200', '149', '999'), workers: maybe(fc.nat(20)) }),
      { maxLength: 3 },
    ),
    declaredAid: maybe(fc.array(line, { maxLength: 4 })),
    grant: fc.record({ amountCents: maybe(fc.constantFrom(1, 1_950_255, 30_000_000)) }),
  });
  const outcome = (given: EligibilityFacts) => decideEligibility(given, programme).outcome;

  test('the order of periods, aid and committees does not matter', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const reversed = {
          ...given,
          periods: given.periods.toReversed(),
          declaredAid: given.declaredAid?.toReversed(),
          jointCommittees: given.jointCommittees.toReversed(),
        };
        expect(decideEligibility(reversed, programme)).toEqual(decideEligibility(given, programme));
      }),
      runs(500),
    );
  });

  test('more aid never turns "not eligible" into anything better, nor adds an "eligible"', () => {
    fc.assert(
      fc.property(facts, line, (given, more) => {
        fc.pre(given.declaredAid !== undefined);
        const after = outcome({ ...given, declaredAid: [...given.declaredAid!, more] });
        const before = outcome(given);
        if (before === 'not_eligible') expect(after).toBe('not_eligible');
        if (before !== 'eligible') expect(after).not.toBe('eligible');
      }),
      runs(1000),
    );
  });

  test('taking a figure away never gives another certain answer', () => {
    const less = fc.constantFrom('headcount' as const, 'turnoverCents' as const, 'balanceCents' as const);
    fc.assert(
      fc.property(facts, less, fc.nat(3), (given, figure, at) => {
        fc.pre(given.periods.length > 0);
        const index = at % given.periods.length;
        const periods = given.periods.map((period, i) => (i === index ? { ...period, [figure]: undefined } : period));
        const before = outcome(given);
        const after = outcome({ ...given, periods });
        if (before !== 'needs_evidence') expect([before, 'needs_evidence']).toContain(after);
        else expect(after).toBe('needs_evidence');
      }),
      runs(1000),
    );
  });

  test('ownership, declaration and grant that are not known never give an enterprise a yes', () => {
    fc.assert(
      fc.property(facts, (given) => {
        fc.pre(given.organisationKind !== 'local_authority');
        for (const unknown of [
          { standAlone: undefined },
          { standAlone: false },
          { declaredAid: undefined },
          { grant: {} },
        ])
          expect(outcome({ ...given, ...unknown })).not.toBe('eligible');
      }),
    );
  });

  test('every outcome has reasons that explain it', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const decision = decideEligibility(given, programme);
        const weights = decision.reasons.map(({ weight }) => weight);
        if (decision.outcome === 'eligible') expect(new Set(weights)).toEqual(new Set(['for']));
        else expect(weights).toContain(decision.outcome === 'not_eligible' ? 'against' : 'missing');
      }),
      runs(1000),
    );
  });

  test('a decision on facts that were kept as JSON is the same', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const kept = JSON.parse(JSON.stringify(given)) as EligibilityFacts;
        const decision = decideEligibility(kept, programme);
        expect(JSON.stringify(decision)).toBe(JSON.stringify(decideEligibility(given, programme)));
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decideEligibility(kept, programme));
      }),
    );
  });
});
