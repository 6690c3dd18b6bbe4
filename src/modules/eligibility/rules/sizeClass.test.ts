import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountingPeriod, Figures } from './facts.ts';
import { sizeCeilings } from './parameters.ts';
import { classOf, sizeOverYears, statusOverYears, within, type SmeClass } from './sizeClass.ts';

const figures = (headcount: number, turnover: number, balance: number): Figures => ({
  headcount,
  turnoverCents: Math.round(turnover * 100_000_000),
  balanceCents: Math.round(balance * 100_000_000),
});
const order: readonly SmeClass[] = ['micro', 'small', 'medium', 'notSme'];
const rank = (value: SmeClass | undefined) => order.indexOf(value!);

describe('the class of one year (headcount, turnover and balance in million)', () => {
  test.each([
    ['D12: the balance saves it', figures(49, 55, 9.9), 'small'],
    ['D14: headcount 50 is not small', figures(50, 1, 1), 'medium'],
    ['D17: 9,9 people, turnover exactly 2', figures(9.9, 2, 5), 'micro'],
    ['D8: a stand-alone of nine', figures(9, 1.9, 2.5), 'micro'],
    ['ten people are not micro', figures(10, 1, 1), 'small'],
    ['250 people are no SME', figures(250, 1, 1), 'notSme'],
    ['249,99 people are', figures(249.99, 50, 43), 'medium'],
    ['both over by a cent', { headcount: 1, turnoverCents: 5_000_000_001, balanceCents: 4_300_000_001 }, 'notSme'],
    [
      'one over, one on the ceiling',
      { headcount: 1, turnoverCents: 5_000_000_001, balanceCents: 4_300_000_000 },
      'medium',
    ],
  ])('%s', (_, given, expected) => {
    expect(classOf(given)).toBe(expected);
  });

  test('is not said when a missing figure could change it', () => {
    expect(classOf({ headcount: 5 })).toBeUndefined();
    expect(classOf({ headcount: 5, turnoverCents: 1 })).toBe('micro');
    expect(classOf({ headcount: 300 })).toBe('notSme');
    expect(classOf({ turnoverCents: 1 })).toBeUndefined();
    expect(classOf({ headcount: Number.NaN, turnoverCents: 1 })).toBeUndefined();
    expect(classOf({ headcount: -1, turnoverCents: 1 })).toBeUndefined();
  });

  const any = fc.record({
    headcount: fc.double({ min: 0, max: 400, noNaN: true }),
    turnoverCents: fc.integer({ min: 0, max: 6_000_000_000 }),
    balanceCents: fc.integer({ min: 0, max: 6_000_000_000 }),
  });

  test('never gets smaller with more people, turnover or balance', () => {
    fc.assert(
      fc.property(any, any, (given, more) => {
        const grown = {
          headcount: given.headcount + more.headcount,
          turnoverCents: given.turnoverCents + more.turnoverCents,
          balanceCents: given.balanceCents + more.balanceCents,
        };
        expect(rank(classOf(grown))).toBeGreaterThanOrEqual(rank(classOf(given)));
        expect(rank(classOf({ ...given, headcount: grown.headcount }))).toBeGreaterThanOrEqual(rank(classOf(given)));
      }),
    );
  });

  test('lies within every larger class', () => {
    fc.assert(
      fc.property(any, (given) => {
        const fits = sizeCeilings.map((ceiling) => within(given, ceiling));
        expect([...fits].sort()).toEqual(fits);
      }),
    );
  });
});

describe('the two-year rule', () => {
  const sme = true;
  const not = false;
  test.each([
    [sme, sme, sme, sme],
    [sme, sme, not, sme],
    [sme, not, sme, sme],
    [sme, not, not, not],
    [not, not, sme, not],
    [not, sme, not, not],
    [not, sme, sme, sme],
    [not, not, not, not],
  ])('SME in N-2: %s, N-1: %s, N: %s gives %s', (first, second, third, status) => {
    expect(statusOverYears([first, second, third])).toBe(status);
  });

  const small = figures(30, 5, 4);
  const medium = figures(100, 20, 20);
  const large = figures(400, 90, 90);
  const over = (...years: readonly Figures[]) =>
    sizeOverYears(years.map((each, at): AccountingPeriod => ({ ...each, year: 2020 + at })));

  test('small, then medium, then large stays small, then becomes medium', () => {
    expect(over(small, medium).class).toBe('small');
    expect(over(small, medium, large).class).toBe('medium');
    expect(over(small, medium, large, large).class).toBe('notSme');
  });

  test('shows the class of each year, and that the rule made a difference', () => {
    expect(over(small, medium)).toEqual({
      class: 'small',
      isSme: true,
      years: [
        { year: 2020, class: 'small' },
        { year: 2021, class: 'medium' },
      ],
      twoYearRuleApplied: true,
    });
    expect(over(small, small).twoYearRuleApplied).toBe(false);
  });

  test('tries a year that is missing both ways', () => {
    const gap = (...years: readonly (readonly [number, Figures])[]) =>
      sizeOverYears(years.map(([year, each]) => ({ ...each, year }))).isSme;
    expect(gap([2022, small], [2024, small])).toBe(true);
    expect(gap([2022, large], [2024, large])).toBe(false);
    expect(gap([2021, large], [2022, large], [2024, small])).toBeUndefined();
    expect(gap([2022, small], [2024, large])).toBeUndefined();
  });

  test('knows it is an SME even when it does not know which', () => {
    expect(over({ headcount: 30, turnoverCents: 4_000_000_000 })).toMatchObject({ class: undefined, isSme: true });
  });

  test('follows the figures when two years in a row agree', () => {
    const tri = fc.constantFrom(true, false, undefined);
    fc.assert(
      fc.property(fc.array(tri, { maxLength: 6 }), fc.boolean(), (before, now) => {
        expect(statusOverYears([...before, now, now])).toBe(now);
      }),
    );
  });

  test('gives an answer with gaps only when every filling gives that answer', () => {
    const tri = fc.constantFrom(true, false, undefined);
    fc.assert(
      fc.property(fc.array(tri, { minLength: 1, maxLength: 6 }), (raw) => {
        const fillings = raw.reduce<boolean[][]>(
          (all, value) =>
            all.flatMap((filling) => (value === undefined ? [true, false] : [value]).map((v) => [...filling, v])),
          [[]],
        );
        const answers = new Set(fillings.map((filling) => statusOverYears(filling)));
        expect(statusOverYears(raw)).toBe(answers.size === 1 ? [...answers][0] : undefined);
      }),
    );
  });

  test('asks nothing of no years, and ignores a year that is a slip of the keys', () => {
    expect(sizeOverYears([]).isSme).toBeUndefined();
    expect(sizeOverYears([{ ...small, year: Number.NaN }]).years).toEqual([]);
    expect(
      sizeOverYears([
        { ...small, year: 1 },
        { ...small, year: 2025 },
      ]).years,
    ).toHaveLength(10);
  });
});
