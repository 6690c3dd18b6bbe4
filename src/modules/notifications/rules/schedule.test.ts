import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/dates.ts';
import { newsKinds, shortestWindow, timesProblem, usualPreferences, without, type Times } from './choices.ts';
import { brusselsClock, isOpen, isQuiet, periodAt } from './schedule.ts';

const usual: Times = usualPreferences(['consultant']);

const times: fc.Arbitrary<Times> = fc
  .record({
    fromHour: fc.integer({ min: 0, max: 22 }),
    width: fc.integer({ min: shortestWindow, max: 24 }),
    weekday: fc.integer({ min: 1, max: 7 }),
    quietDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
    quietHolidays: fc.boolean(),
  })
  .map(({ fromHour, width, ...rest }) => ({ ...rest, fromHour, untilHour: Math.min(24, fromHour + width) }))
  .filter((one) => timesProblem(one) === null);

/** Every ten minutes from one moment on. */
function* moments(from: Date, days: number): Generator<Date> {
  for (let at = from.getTime(); at < from.getTime() + days * 86_400_000; at += 600_000) yield new Date(at);
}

/** Around the days on which clocks in Belgium change in 2026: 29 March and 25 October. */
const clockChanges = [new Date('2026-03-26T22:00:00Z'), new Date('2026-10-22T21:00:00Z')];

describe('the digest of a day', () => {
  test('has its time on every day that is not quiet, also when an hour is skipped or comes twice', () => {
    fc.assert(
      fc.property(times, fc.constantFrom(...clockChanges), (wanted, from) => {
        const seen = new Map<string, Set<string>>();
        for (const now of moments(from, 5)) {
          const { day } = brusselsClock(now);
          const period = periodAt('daily', now, wanted);
          const periods = seen.get(day) ?? new Set();
          if (period) periods.add(period);
          seen.set(day, periods);
        }
        for (const [day, periods] of [...seen].slice(1, 4))
          expect([...periods], day).toEqual(isQuiet(day, wanted) ? [] : [`daily:${day}`]);
      }),
      { numRuns: 60 },
    );
  });

  test('comes at the hour that the clock on the wall shows, in summer and in winter', () => {
    expect(periodAt('daily', new Date('2026-07-01T05:59:00Z'), usual)).toBeNull();
    expect(periodAt('daily', new Date('2026-07-01T06:00:00Z'), usual)).toBe('daily:2026-07-01');
    expect(periodAt('daily', new Date('2026-12-01T06:59:00Z'), usual)).toBeNull();
    expect(periodAt('daily', new Date('2026-12-01T07:00:00Z'), usual)).toBe('daily:2026-12-01');
    // Monday after the clock went back, and after it went forward.
    expect(periodAt('daily', new Date('2026-10-26T07:00:00Z'), usual)).toBe('daily:2026-10-26');
    expect(periodAt('daily', new Date('2026-03-30T06:00:00Z'), usual)).toBe('daily:2026-03-30');
  });

  test('after hours nothing leaves, at weekends and on holidays neither', () => {
    expect(isOpen(new Date('2026-11-20T17:00:00Z'), usual)).toBe(false);
    expect(isOpen(new Date('2026-11-21T10:00:00Z'), usual)).toBe(false);
    expect(isOpen(new Date('2026-11-11T10:00:00Z'), usual)).toBe(false);
    expect(isOpen(new Date('2026-11-11T10:00:00Z'), { ...usual, quietHolidays: false })).toBe(true);
  });
});

describe('the digest of a week', () => {
  test('has one period a week, from the chosen weekday on, and never the one before', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 400 }), (wanted, offset) => {
        const monday = addDays('2026-01-05', 7 * Math.floor(offset / 7));
        const found = new Set<string>();
        for (const now of moments(new Date(`${monday}T00:00:00Z`), 6)) {
          const period = periodAt('weekly', now, wanted);
          if (!period) continue;
          found.add(period);
          expect(brusselsClock(now).weekday).toBeGreaterThanOrEqual(wanted.weekday);
        }
        expect(found.size).toBeLessThanOrEqual(1);
        for (const period of found) expect(period).toBe(`weekly:${monday}`);
      }),
      { numRuns: 60 },
    );
  });

  test('moves to the next day that is not quiet when a holiday falls on its day', () => {
    // Easter Monday, 6 April 2026.
    expect(periodAt('weekly', new Date('2026-04-06T10:00:00Z'), usual)).toBeNull();
    expect(periodAt('weekly', new Date('2026-04-07T10:00:00Z'), usual)).toBe('weekly:2026-04-06');
  });
});

describe('what somebody gets who never chose', () => {
  test('is of each kind the soonest that a role brings; who only reads gets nothing', () => {
    expect(usualPreferences(['evaluator', 'auditor']).choices).toEqual({ tasks: 'none', due: 'none', changes: 'none' });
    expect(usualPreferences(['lot_coordinator', 'consultant']).choices).toEqual({
      tasks: 'daily',
      due: 'daily',
      changes: 'weekly',
    });
  });

  test('can be kept as it is', () => {
    for (const role of ['enterprise_lead', 'consultant', 'programme_manager', 'evaluator'])
      expect(timesProblem(usualPreferences([role]))).toBeNull();
  });

  test('can be switched off, a kind or all', () => {
    const { choices } = usualPreferences(['consultant']);
    expect(without(choices, ['due'])).toEqual({ tasks: 'daily', due: 'none', changes: 'weekly' });
    expect(new Set(Object.values(without(choices, newsKinds)))).toEqual(new Set(['none']));
  });
});
