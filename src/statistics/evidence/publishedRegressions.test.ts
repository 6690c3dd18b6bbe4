import { expect, test } from 'vitest';
import { studentTTwoSided } from '../distributions/studentT.ts';
import { coefficientTest } from '../regression.ts';
import published from './published-regressions.json' with { type: 'json' };

// The regressions of the published evaluation (tables 4 to 6): figures alone, as they are printed.
const rows = (published.rows as [number, number, string, string, string, string, string][]).map(
  ([table, step, name, b, se, t, p]) => ({
    table,
    step,
    name,
    b,
    se,
    t,
    p,
    label: `table ${table}, step ${step}, ${name}`,
  }),
);

/** All numbers that would be printed so, from half a unit of the last digit below to half a unit above. */
function range(printed: string): readonly [number, number] {
  const half = 0.5 * 10 ** -(printed.split('.')[1] ?? '').length;
  return [Number(printed) - half, Number(printed) + half];
}

const overlaps = (one: readonly [number, number], other: readonly [number, number]) =>
  one[0] <= other[1] && other[0] <= one[1];

/** The t and p that a coefficient and its standard error can have, both being rounded. */
function possible(row: (typeof rows)[number]) {
  const df = published.n - published.predictors[row.step - 1]! - 1;
  const tests = range(row.b).flatMap((b) => range(row.se).map((se) => coefficientTest(b, se, df)));
  const ts = tests.map(({ t }) => t);
  const ps = tests.map(({ p }) => p);
  const crossesZero = Math.min(...ts) < 0 && Math.max(...ts) > 0;
  return {
    df,
    t: [Math.min(...ts), Math.max(...ts)] as const,
    p: [Math.min(...ps), crossesZero ? 1 : Math.max(...ps)] as const,
  };
}

const tFits = (row: (typeof rows)[number], t: string) =>
  /\d/.test(t) &&
  overlaps(possible(row).t, range(t)) &&
  overlaps(
    range(t)
      .map((value) => studentTTwoSided(value, possible(row).df))
      .sort((a, b) => a - b) as [number, number],
    range(row.p),
  );

test('the three tables have fifty-four rows in two steps', () => {
  expect(rows).toHaveLength(54);
});

test.each(rows)('$label: the printed p follows from the coefficient and its standard error', (row) => {
  expect(overlaps(possible(row).p, range(row.p))).toBe(true);
});

test('every printed t and its p follow too, but for five rows of the text copy', () => {
  expect(rows.filter((row) => !tFits(row, row.t)).map(({ label }) => label)).toEqual([
    'table 5, step 2, opportunities',
    'table 5, step 2, sharing',
    'table 5, step 2, autonomy',
    'table 6, step 1, support',
    'table 6, step 2, support',
  ]);
});

test('in table 5 two t stand one row too low: moved up, and with the minus that stayed behind, they fit', () => {
  const row = (name: string) => rows.find((one) => one.table === 5 && one.step === 2 && one.name === name)!;
  expect(row('opportunities').t).toBe('-');
  expect(tFits(row('opportunities'), `-${row('sharing').t}`)).toBe(true);
  expect(tFits(row('sharing'), row('autonomy').t)).toBe(true);
});

test('of the two other rows only the minus of t is left in the copy', () => {
  const lost = rows.filter(({ table, name, t }) => table === 6 && name === 'support' && t === '-');
  expect(lost.map((row) => possible(row).t[1] < 0)).toEqual([true, true]);
});
