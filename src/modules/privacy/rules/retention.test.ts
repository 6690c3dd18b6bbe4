import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/dates.ts';
import { nextStep, noticeDays, whenItGoes, type KeepingFacts } from './retention.ts';

const nobody: KeepingFacts = {
  roles: 0,
  running: 0,
  lastGrantedOn: null,
  lastPaidOn: null,
  balancePaidOn: null,
  large: true,
  lastEndedUngrantedOn: null,
  lastRequestClosedOn: null,
  lastSeenOn: '2020-02-29',
};

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybeDay = fc.option(day);
const facts: fc.Arbitrary<KeepingFacts> = fc.record({
  roles: fc.constant(0),
  running: fc.constant(0),
  lastGrantedOn: maybeDay,
  lastPaidOn: maybeDay,
  balancePaidOn: maybeDay,
  large: fc.boolean(),
  lastEndedUngrantedOn: maybeDay,
  lastRequestClosedOn: maybeDay,
  lastSeenOn: day,
});

describe('when somebody goes', () => {
  test('a grant of 2024 keeps them until the end of 2034', () => {
    expect(whenItGoes({ ...nobody, lastGrantedOn: '2024-03-01' })).toEqual({ on: '2035-01-01', because: 'deMinimis' });
  });
  test('a payment long after the grant keeps them longer than the grant', () => {
    const paid = { ...nobody, lastGrantedOn: '2024-03-01', lastPaidOn: '2031-06-30' };
    expect(whenItGoes(paid)).toEqual({ on: '2037-01-01', because: 'esf' });
  });
  test('a balance of little aid keeps them three years, of much aid five', () => {
    const balance = { ...nobody, balancePaidOn: '2026-12-31' };
    expect(whenItGoes({ ...balance, large: false })).toEqual({ on: '2030-01-01', because: 'rrfSmall' });
    expect(whenItGoes(balance)).toEqual({ on: '2032-01-01', because: 'rrf' });
  });
  test('a request without a trajectory keeps them two years after it closed', () => {
    expect(whenItGoes({ ...nobody, lastRequestClosedOn: '2024-05-06' })).toEqual({
      on: '2026-05-06',
      because: 'request',
    });
  });
  test('a leap day has its anniversary on the 28th', () => {
    expect(whenItGoes(nobody).on).toBe('2022-02-28');
  });
  test('nothing goes while something runs or a role is held', () => {
    expect(whenItGoes({ ...nobody, running: 1, roles: 1 })).toEqual({ on: null, because: 'running' });
    expect(whenItGoes({ ...nobody, roles: 1 })).toEqual({ on: null, because: 'role' });
  });
  test('one more reason never brings the day nearer', () => {
    fc.assert(
      fc.property(facts, day, (known, granted) => {
        const before = whenItGoes({ ...known, lastGrantedOn: null }).on!;
        expect(whenItGoes({ ...known, lastGrantedOn: granted }).on! >= before).toBe(true);
      }),
    );
  });
  test('it is never before ten full years after the year of a grant', () => {
    fc.assert(
      fc.property(facts, day, (known, granted) => {
        const on = whenItGoes({ ...known, lastGrantedOn: granted }).on!;
        expect(Number(on.slice(0, 4)) - Number(granted.slice(0, 4))).toBeGreaterThanOrEqual(11);
      }),
    );
  });
});

describe('what the clock does', () => {
  test('it tells first, waits thirty days, and then acts', () => {
    const going = { on: '2030-01-01' };
    expect(nextStep(going, { noticedOn: null, held: false }, '2029-11-30')).toEqual({ kind: 'stay' });
    expect(nextStep(going, { noticedOn: null, held: false }, '2029-12-02')).toEqual({ kind: 'notice' });
    expect(nextStep(going, { noticedOn: '2029-12-02', held: false }, '2029-12-31')).toEqual({
      kind: 'wait',
      until: '2030-01-01',
    });
    expect(nextStep(going, { noticedOn: '2029-12-02', held: false }, '2030-01-01')).toEqual({ kind: 'go' });
    expect(nextStep(going, { noticedOn: '2029-12-02', held: true }, '2030-01-01')).toEqual({ kind: 'held' });
  });
  test('it never acts within thirty days of the notice, never before the day, and never on what is held', () => {
    fc.assert(
      fc.property(fc.option(day), fc.option(day), fc.boolean(), day, (on, noticedOn, held, today) => {
        if (nextStep({ on }, { noticedOn, held }, today).kind !== 'go') return;
        expect(held).toBe(false);
        expect(on! <= today).toBe(true);
        expect(addDays(noticedOn!, noticeDays) <= today).toBe(true);
      }),
    );
  });
});
