import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/dates.ts';
import { followUps, reminderDays } from './actionPlan.ts';
import { blocking } from './findings.ts';
import { checkFollowUp, earlyDays, momentStanding, reminderDue, type FollowUpRecord } from './followUps.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const moment = (due: string, remindedOn: string | null = null, doneOn: string | null = null) => ({
  months: 3,
  due,
  remindedOn,
  doneOn,
});

describe('a reminder', () => {
  test('leaves fourteen days before and on the day, once each, when somebody looks every day', () => {
    fc.assert(
      fc.property(day, (due) => {
        const sent: string[] = [];
        let remindedOn: string | null = null;
        for (let today = addDays(due, -30); today <= addDays(due, 30); today = addDays(today, 1)) {
          const leaves = reminderDue(moment(due, remindedOn), today);
          if (leaves === null) continue;
          sent.push(today);
          remindedOn = leaves;
        }
        expect(sent).toEqual(reminderDays.map((days) => addDays(due, -days)));
      }),
    );
  });

  test('leaves once when nobody looked for a while, however late', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (due, late) => {
        const today = addDays(due, late);
        expect(reminderDue(moment(due), today)).toBe(due);
        expect(reminderDue(moment(due, due), today)).toBeNull();
      }),
    );
  });

  test('never leaves early, nor for what is done', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 15, max: 400 }), (due, early) => {
        expect(reminderDue(moment(due), addDays(due, -early))).toBeNull();
        expect(reminderDue(moment(due, null, due), due)).toBeNull();
      }),
    );
  });
});

describe('the moments', () => {
  test('keep to the end of the month: 31 August gives the last day of February, of a leap year too', () => {
    expect(followUps('2026-08-31').map(({ on }) => on)).toEqual(['2026-11-30', '2027-02-28', '2027-08-31']);
    expect(followUps('2027-08-31').map(({ on }) => on)).toEqual(['2027-11-30', '2028-02-29', '2028-08-31']);
  });

  test('can be recorded from a month before their day, and are late after it', () => {
    const due = '2027-02-28';
    expect(momentStanding(moment(due), addDays(due, -earlyDays - 1))).toBe('later');
    expect(momentStanding(moment(due), addDays(due, -earlyDays))).toBe('open');
    expect(momentStanding(moment(due), due)).toBe('open');
    expect(momentStanding(moment(due), addDays(due, 1))).toBe('late');
    expect(momentStanding(moment(due, null, due), addDays(due, 1))).toBe('done');
  });
});

const record: FollowUpRecord & { on: string } = {
  on: '2027-02-20',
  reached: 'yes',
  withWhom: 'Bart',
  practices: [{ id: 'p1', alive: 'yes', words: '' }],
  next: [{ id: 's1', done: 'partly', words: '' }],
  words: '',
  help: 'none',
  helpWords: '',
};
const facts = {
  today: '2027-02-28',
  due: '2027-02-28',
  sealedOn: '2026-08-31',
  plan: {
    practices: [{ id: 'p1', what: '', embedding: '', owner: '', since: null }],
    next: [{ id: 's1', what: '', owner: '', on: null }],
  },
};
const paths = (changes: Partial<typeof record>) =>
  blocking(checkFollowUp({ ...record, ...changes }, facts)).map(({ path }) => path);

describe('what is noted', () => {
  test('is whole when every practice and every step has an answer', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ practices: [], next: [] })).toEqual(['practices.0.alive', 'next.0.done']);
    expect(paths({ practices: [...record.practices, { id: 'px', alive: 'no', words: '' }] })).toEqual(['']);
  });

  test('lies between a month before its day and today, and never before the sealing', () => {
    fc.assert(
      fc.property(day, (on) => {
        const fits = on <= facts.today && daysBetween(on, facts.due) <= earlyDays;
        expect(paths({ on })).toEqual(fits ? [] : ['on']);
      }),
    );
    const sealedOn = '2027-02-10';
    expect(blocking(checkFollowUp({ ...record, on: '2027-02-09' }, { ...facts, sealedOn }))).toMatchObject([
      { path: 'on', params: { day: sealedOn } },
    ]);
  });

  test('needs one word when nobody was reached, and what would help when that is something else', () => {
    expect(paths({ reached: 'no', practices: [], next: [], help: '' })).toEqual(['words']);
    expect(paths({ reached: 'no', practices: [], next: [], help: '', words: 'Driemaal gebeld' })).toEqual([]);
    expect(paths({ help: '' })).toEqual(['help']);
    expect(paths({ help: 'other' })).toEqual(['helpWords']);
  });
});
