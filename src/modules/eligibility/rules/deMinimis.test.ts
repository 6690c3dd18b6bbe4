import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aidWindow, deMinimis, regulationFor, type AidFacts } from './deMinimis.ts';
import type { DeclaredAid } from './facts.ts';
import { aidRegulations } from './aidParameters.ts';

const euro = (amount: number) => Math.round(amount * 100);
const aid = (date: string, amount: number, regulation?: string): DeclaredAid => ({
  date,
  amountCents: euro(amount),
  regulation,
});
const room = (date: string, amount: number, declaredAid: readonly DeclaredAid[], more: Partial<AidFacts> = {}) =>
  deMinimis({ date, declaredAid, grant: { amountCents: euro(amount) }, ...more })!;

describe('the regulation', () => {
  test.each([
    ['2013-12-31', undefined],
    ['2014-01-01', '1407/2013'],
    ['2023-12-31', '1407/2013'],
    ['2024-01-01', '2023/2831'],
    ['2030-12-31', '2023/2831'],
    ['2031-01-01', undefined],
  ])('on %s is %s', (date, id) => {
    expect(regulationFor(date)?.id).toBe(id);
  });

  test('of 2013 may be used by existing schemes up to 30 June 2024', () => {
    expect(regulationFor('2024-06-30', 'EU 1407/2013')?.id).toBe('1407/2013');
    expect(regulationFor('2024-07-01', '1407/2013')).toBeUndefined();
    expect(regulationFor('2023-12-31', '2023/2831')).toBeUndefined();
    expect(regulationFor('2026-01-01', 'something else')).toBeUndefined();
    expect(regulationFor('2026-01-01', ' ')?.id).toBe('2023/2831');
  });
});

describe('the window', () => {
  const [old, rolling] = aidRegulations;
  test('rolls back three years, day by day', () => {
    expect(aidWindow(rolling!, '2026-05-04')).toEqual({ from: '2023-05-04', to: '2026-05-04' });
    expect(aidWindow(rolling!, '2028-02-29')).toEqual({ from: '2025-02-28', to: '2028-02-29' });
  });

  test('before 2024 is the current fiscal year and the two before', () => {
    expect(aidWindow(old!, '2023-12-20')).toEqual({ from: '2021-01-01', to: '2023-12-20' });
    expect(aidWindow(old!, '2023-03-31', 4)).toEqual({ from: '2020-04-01', to: '2023-03-31' });
    expect(aidWindow(old!, '2023-04-01', 4)).toEqual({ from: '2021-04-01', to: '2023-04-01' });
    expect(aidWindow(old!, '2023-04-01', 13)).toEqual({ from: '2021-01-01', to: '2023-04-01' });
  });
});

describe('room for aid', () => {
  const before2024 = [aid('2021-11-10', 90_000), aid('2022-03-05', 60_000)];

  test('reaching 200 000 exactly is allowed, one cent more is refused whole', () => {
    expect(room('2023-12-20', 50_000, before2024)).toMatchObject({
      usedCents: 15_000_000,
      roomCents: 5_000_000,
      allowed: true,
    });
    expect(room('2023-12-20', 50_000.01, before2024).allowed).toBe(false);
    expect(room('2023-12-20', 50_001, before2024).allowed).toBe(false);
  });

  test('reaching 300 000 exactly is allowed, one cent more is refused', () => {
    const earlier = [aid('2024-03-15', 150_000)];
    expect(room('2026-05-04', 150_000, earlier).allowed).toBe(true);
    expect(room('2026-05-04', 150_000.01, earlier).allowed).toBe(false);
  });

  test('aid of 15 March 2024 counts until 15 March 2027, that day included on the safe side', () => {
    const earlier = [aid('2024-03-15', 150_000)];
    expect(room('2027-03-14', 160_000, earlier)).toMatchObject({ usedCents: 15_000_000, allowed: false });
    expect(room('2027-03-15', 160_000, earlier)).toMatchObject({ allowed: false, onFirstDay: ['2024-03-15'] });
    expect(room('2027-03-16', 160_000, earlier)).toMatchObject({ usedCents: 0, allowed: true, onFirstDay: [] });
  });

  test('aid of one undertaking adds up, whoever of it received it', () => {
    expect(room('2026-02-01', 20_000, [aid('2025-02-01', 200_000), aid('2025-03-01', 90_000)])).toMatchObject({
      usedCents: 29_000_000,
      allowed: false,
    });
  });

  test('crosses the border of the regulations: old aid counts day by day after it', () => {
    expect(room('2024-01-01', 1, [aid('2021-01-01', 200_000, '1407/2013')])).toMatchObject({
      usedCents: 20_000_000,
      ceilingCents: 30_000_000,
    });
    expect(room('2024-01-02', 1, [aid('2021-01-01', 200_000, '1407/2013')]).usedCents).toBe(0);
  });

  test('is not said before the aid is declared, unless the grant alone is too much', () => {
    const open = { declaredAid: undefined };
    expect(room('2026-01-01', 100, [], open).allowed).toBeUndefined();
    expect(room('2026-01-01', 300_000.01, [], open).allowed).toBe(false);
  });

  test('is never negative', () => {
    expect(room('2026-01-01', 1, [aid('2025-01-01', 500_000)])).toMatchObject({ roomCents: 0, allowed: false });
  });

  test('a line of nothing, or outside the window, changes nothing', () => {
    expect(
      room('2026-01-01', 1, [aid('2025-01-01', 0), aid('2019-01-01', 900_000), { date: '2019-01-01' }]),
    ).toMatchObject({
      usedCents: 0,
      amountMissing: false,
      allowed: true,
    });
  });

  const line = fc.record({
    date: fc.constantFrom('2022-12-31', '2023-01-01', '2023-01-02', '2024-06-30', '2026-01-01'),
    amountCents: fc.integer({ min: 0, max: 31_000_000 }),
  });

  test('never grows with more aid, and allows exactly what fits', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 5 }),
        line,
        fc.integer({ min: 0, max: 31_000_000 }),
        (lines, more, grant) => {
          const of = (declaredAid: readonly DeclaredAid[]) =>
            deMinimis({ date: '2026-01-01', declaredAid, grant: { amountCents: grant } })!;
          const before = of(lines);
          const after = of([...lines, more]);
          expect(after.roomCents).toBeLessThanOrEqual(before.roomCents);
          expect(before.allowed).toBe(before.usedCents + grant <= before.ceilingCents);
          if (before.allowed === false) expect(after.allowed).toBe(false);
        },
      ),
    );
  });
});
