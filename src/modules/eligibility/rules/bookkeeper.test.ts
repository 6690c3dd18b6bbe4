import { describe, expect, test } from 'vitest';
import { newestGiven, sourcesOf, standingOfRequest, takesFigures, withGiven } from './bookkeeper.ts';

const now = new Date('2026-03-10T12:00:00Z');
const request = {
  expiresAt: new Date('2026-04-01T00:00:00Z'),
  withdrawnAt: null,
  answeredAt: null,
  decidedAt: null,
};
const answered = { ...request, answeredAt: new Date('2026-03-05T00:00:00Z') };

describe('a request to a bookkeeper', () => {
  test('takes figures until it expires or is withdrawn', () => {
    expect(standingOfRequest(request, now)).toBe('open');
    expect(standingOfRequest(request, request.expiresAt)).toBe('expired');
    expect(standingOfRequest({ ...request, withdrawnAt: now }, now)).toBe('withdrawn');
  });

  test('that was answered can be corrected until somebody decides, and a decision of before does not matter', () => {
    expect(standingOfRequest(answered, now)).toBe('answered');
    expect(standingOfRequest({ ...answered, decidedAt: new Date('2026-03-01T00:00:00Z') }, now)).toBe('answered');
    const used = standingOfRequest({ ...answered, decidedAt: new Date('2026-03-06T00:00:00Z') }, now);
    expect(used).toBe('used');
    expect(takesFigures(used)).toBe(false);
  });
});

describe('figures of a bookkeeper', () => {
  const given = { answer: 'a', on: '2026-03-05', year: 2025, headcount: 12.5, turnoverCents: 100 } as const;

  test('are those of the newest answer of each year', () => {
    const older = { ...given, answer: 'b', headcount: 11 };
    const other = { ...given, answer: 'b', year: 2024 };
    expect(newestGiven([given, older, other]).map(({ year, answer }) => [year, answer])).toEqual([
      [2025, 'a'],
      [2024, 'b'],
    ]);
  });

  test('fill the form, and leave what they do not tell', () => {
    expect(
      withGiven(
        [
          { year: 2025, headcount: 1, balanceCents: 5 },
          { year: 2023, headcount: 9 },
        ],
        [given],
      ),
    ).toEqual([
      { year: 2025, headcount: 12.5, turnoverCents: 100, balanceCents: 5 },
      { year: 2023, headcount: 9 },
    ]);
  });

  test('are a source only as long as nobody wrote another value', () => {
    const facts = {
      date: '2026-03-10',
      organisationKind: 'enterprise',
      periods: [{ year: 2025, headcount: 12.5, turnoverCents: 101 }],
      jointCommittees: [],
      grant: {},
    } as const;
    expect(sourcesOf(facts, [given])).toEqual([
      { year: 2025, figure: 'headcount', from: 'bookkeeper', on: '2026-03-05', id: 'a' },
    ]);
  });
});
