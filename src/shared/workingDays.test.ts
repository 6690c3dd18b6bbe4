import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './dates.ts';
import { addWorkingDays, belgianHolidays, easterSunday, isWorkingDay } from './workingDays.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));

test.each([
  [2023, '2023-04-10', '2023-05-18', '2023-05-29'],
  [2024, '2024-04-01', '2024-05-09', '2024-05-20'],
  [2025, '2025-04-21', '2025-05-29', '2025-06-09'],
  [2026, '2026-04-06', '2026-05-14', '2026-05-25'],
  [2027, '2027-03-29', '2027-05-06', '2027-05-17'],
  [2028, '2028-04-17', '2028-05-25', '2028-06-05'],
  [2029, '2029-04-02', '2029-05-10', '2029-05-21'],
  [2030, '2030-04-22', '2030-05-30', '2030-06-10'],
])('the moving holidays of %d fall where the calendar has them', (year, easterMonday, ascension, whitMonday) => {
  expect(belgianHolidays(year)).toEqual(expect.arrayContaining([easterMonday, ascension, whitMonday]));
});

test('a year has ten legal holidays, and 11 July is not one of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1974, max: 2199 }), (year) => {
      const holidays = belgianHolidays(year);
      expect(holidays).toHaveLength(10);
      expect(holidays).not.toContain(`${year}-07-11`);
    }),
  );
});

test('Easter is a Sunday between 22 March and 25 April', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1600, max: 4000 }), (year) => {
      const easter = easterSunday(year);
      expect(new Date(`${easter}T00:00:00Z`).getUTCDay()).toBe(0);
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
    }),
  );
});

test('three working days after Thursday 30 April 2026 is Wednesday 6 May: Labour Day and a weekend lie between', () => {
  expect(addWorkingDays('2026-04-30', 3)).toBe('2026-05-06');
});

test('counting ends on a working day and passes exactly that many', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 30 }), (start, count) => {
      const end = addWorkingDays(start, count);
      expect(isWorkingDay(end)).toBe(true);
      let passed = 0;
      for (let at = addDays(start, 1); at <= end; at = addDays(at, 1)) if (isWorkingDay(at)) passed += 1;
      if (count > 0 || isWorkingDay(start)) expect(passed).toBe(count);
    }),
  );
});
