import { describe, expect, test } from 'vitest';
import type { EligibilityFacts } from './facts.ts';
import { standingOn, validityOf } from './validity.ts';

const facts = (date: string, years: readonly number[], more: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  date,
  organisationKind: 'enterprise',
  periods: years.map((year) => ({ year, headcount: 10 })),
  jointCommittees: [],
  grant: {},
  ...more,
});
const size = { class: 'small', isSme: true, years: [], twoYearRuleApplied: false } as const;
const eligible = { outcome: 'eligible', size } as const;

describe('a decision', () => {
  test('can be relied on for a year', () => {
    expect(validityOf(facts('2026-03-15', [2024, 2025]), eligible)).toEqual({
      from: '2026-03-15',
      until: '2027-03-15',
      endedBy: 'life',
    });
  });

  test('ends earlier when its figures become too old', () => {
    expect(validityOf(facts('2026-03-15', [2023, 2024]), eligible)).toMatchObject({
      until: '2026-12-31',
      endedBy: 'figures',
    });
  });

  test('goes by the accounts of the enterprise itself in a group, and an estimate has no year', () => {
    const group = {
      subject: 'A',
      enterprises: {
        A: {
          periods: [
            { year: 2024, headcount: 5 },
            { year: 2026, estimate: true },
          ],
        },
        B: { periods: [{ year: 2025, headcount: 5 }] },
      },
      holdings: [],
    };
    expect(validityOf(facts('2026-03-15', [2025], { group }), eligible).until).toBe('2026-12-31');
  });

  test('does not go by figures when no size was tested', () => {
    expect(validityOf(facts('2026-03-15', [2020]), { outcome: 'eligible', size: undefined }).until).toBe('2027-03-15');
  });

  test('that needs evidence is nothing to rely on', () => {
    const { until } = validityOf(facts('2026-03-15', [2025]), { outcome: 'needs_evidence', size });
    expect(until).toBeUndefined();
    expect(standingOn('2026-03-15', until, false)).toBe('undecided');
  });

  test('stands until its last day, that day included, unless a later one came', () => {
    expect(standingOn('2027-03-15', '2027-03-15', false)).toBe('valid');
    expect(standingOn('2027-03-16', '2027-03-15', false)).toBe('tooOld');
    expect(standingOn('2026-03-16', '2027-03-15', true)).toBe('superseded');
  });
});
