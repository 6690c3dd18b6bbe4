import { addDays, type PlainDate } from '#shared/dates.ts';

/** From this day on each grant goes into the central register, within so many working days. Source: 2023/2831 art. 6; Belgium uses the register of the Union. */
export const registerDuty = { from: '2026-01-01', workingDays: 20 } as const;

/** Sunday of Easter in the western calendar (Meeus, Jones, Butcher). */
function easter(year: number): PlainDate {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const [month, day] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The ten public holidays of Belgium (royal decree of 18 April 1974). */
export function publicHolidays(year: number): readonly PlainDate[] {
  const sunday = easter(year);
  const fixed = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'].map((day) => `${year}-${day}`);
  return [...fixed, addDays(sunday, 1), addDays(sunday, 39), addDays(sunday, 50)].sort();
}

/** Working days after `date`: every day but Saturdays, Sundays and public holidays (regulation 1182/71, art. 2). */
export function addWorkingDays(date: PlainDate, days: number): PlainDate {
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !publicHolidays(Number(day.slice(0, 4))).includes(day)) left -= 1;
  }
  return day;
}

/** The last day on which a grant may be entered in the central register; undefined when it need not be there. */
export function dueInRegister(grantedOn: PlainDate): PlainDate | undefined {
  return grantedOn >= registerDuty.from ? addWorkingDays(grantedOn, registerDuty.workingDays) : undefined;
}

/** The last day of granting of which the time to enter it is over on `today`. */
export function lateUntil(today: PlainDate): PlainDate {
  let day = addDays(today, -registerDuty.workingDays);
  while (addWorkingDays(day, registerDuty.workingDays) >= today) day = addDays(day, -1);
  return day;
}
