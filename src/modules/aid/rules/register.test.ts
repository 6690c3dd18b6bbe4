import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/dates.ts';
import { addWorkingDays, dueInRegister, lateUntil, publicHolidays } from './register.ts';

describe('twenty working days', () => {
  test('leave out weekends and the public holidays of Belgium', () => {
    expect(publicHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-07-21',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
    // Friday to Monday.
    expect(addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-04-03', 1)).toBe('2026-04-07');
    expect(addWorkingDays('2026-05-04', 20)).toBe('2026-06-03');
  });

  test('hold for what is granted from 2026 on', () => {
    expect(dueInRegister('2025-12-31')).toBeUndefined();
    expect(dueInRegister('2026-01-01')).toBe('2026-01-29');
  });

  test('are over for what was granted up to one day, and not for the next', () => {
    for (let day = '2026-03-01'; day < '2026-07-01'; day = addDays(day, 1)) {
      expect(dueInRegister(lateUntil(day))! < day).toBe(true);
      expect(dueInRegister(addDays(lateUntil(day), 1))! >= day).toBe(true);
    }
  });
});
