import { addDays, type PlainDate } from './dates.ts';

/** Easter Sunday of a year in the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * late + 114;
  const month = String(Math.floor(days / 31)).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${month}-${String((days % 31) + 1).padStart(2, '0')}`;
}

/**
 * The ten legal public holidays of Belgium in a year, in order (law of 4 January 1974). A holiday on a Sunday is replaced by
 * a day that each employer chooses: nobody can know it here, so it is not in the list.
 */
export function belgianHolidays(year: number): readonly PlainDate[] {
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'].map(
    (day) => `${easter.slice(0, 4)}-${day}`,
  );
  return [...fixed, addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)].sort();
}

/** Monday to Friday, and no legal holiday. */
export function isWorkingDay(day: PlainDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !belgianHolidays(Number(day.slice(0, 4))).includes(day);
}

/** The working day that lies `count` working days after a day (0: the day itself, or the next working day). */
export function addWorkingDays(day: PlainDate, count: number): PlainDate {
  let at = day;
  let left = count;
  if (left === 0) while (!isWorkingDay(at)) at = addDays(at, 1);
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}
