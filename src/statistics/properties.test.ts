import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteColumn, column, valuesOf, type Column } from './column.ts';
import { correlationMatrix, type CorrelationMethod } from './correlationMatrix.ts';
import { cronbachAlpha } from './cronbachAlpha.ts';
import { descriptives } from './descriptives.ts';
import { fitByProducts, fitByQr } from './linear/fit.ts';
import { moments } from './linear/moments.ts';
import { regression } from './regression.ts';
import { reversed } from './reversed.ts';
import { scaleScore } from './scaleScore.ts';
import { surveyAnalysis } from './survey/surveyAnalysis.ts';
import { dataTable } from './table.ts';

const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 8 });
/** Four columns of answers with gaps, and an order of their rows. */
const survey = fc.integer({ min: 3, max: 40 }).chain((rows) =>
  fc.record({
    columns: fc.array(fc.array(answer, { minLength: rows, maxLength: rows }), { minLength: 4, maxLength: 4 }),
    order: fc.shuffledSubarray(
      Array.from({ length: rows }, (_, row) => row),
      { minLength: rows },
    ),
  }),
);
const named = (values: readonly (readonly (number | null)[])[]) =>
  values.map((one, place) => column(`q${place + 1}`, one));
/** The same columns as doubles: the other way through every function. */
const asNumbers = (columns: readonly Column[]): Column[] =>
  columns.map((one) => ({ kind: 'numbers', name: one.name, values: valuesOf(one) }));

/** Equal but for rounding, undefined where the other is. */
function expectSame(one: unknown, other: unknown): void {
  if (Object.is(one, other)) return;
  if (typeof one === 'number' && typeof other === 'number') {
    expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one)));
  } else if (one !== null && typeof one === 'object' && other !== null && typeof other === 'object') {
    expect(Object.keys(other)).toEqual(Object.keys(one));
    for (const [key, value] of Object.entries(one))
      if (key !== 'way') expectSame(value, (other as Record<string, unknown>)[key]);
  } else expect(other).toBe(one);
}

function holdsNaN(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return value !== null && typeof value === 'object' && Object.values(value).some(holdsNaN);
}

const methods: readonly CorrelationMethod[] = ['pearson', 'spearman', 'kendall'];

test('the order of rows changes no statistic', () => {
  fc.assert(
    fc.property(survey, ({ columns, order }) => {
      const first = named(columns);
      const second = named(columns.map((values) => order.map((row) => values[row]!)));
      expectSame(cronbachAlpha(first), cronbachAlpha(second));
      expectSame(descriptives(first[0]!), descriptives(second[0]!));
      for (const method of ['pearson', 'kendall'] as const)
        expectSame(
          correlationMatrix(first, { method, missing: 'pairwise' }),
          correlationMatrix(second, { method, missing: 'pairwise' }),
        );
      const { durbinWatson: _one, ...one } = regression(first[0]!, [[first[1]!], [first[2]!]]);
      const { durbinWatson: _other, ...other } = regression(second[0]!, [[second[1]!], [second[2]!]]);
      expectSame({ ...one, reasons: [] }, { ...other, reasons: [] });
    }),
    { numRuns: 60 },
  );
});

test('bytes and doubles give the same results', () => {
  fc.assert(
    fc.property(survey, ({ columns }) => {
      const bytes = named(columns);
      const doubles = asNumbers(bytes);
      expectSame(cronbachAlpha(bytes), cronbachAlpha(doubles));
      expectSame(descriptives(bytes[0]!), descriptives(doubles[0]!));
      expectSame(
        valuesOf(scaleScore('s', bytes, { minimumAnswered: 0.5 })),
        valuesOf(scaleScore('s', doubles, { minimumAnswered: 0.5 })),
      );
      for (const method of ['pearson', 'kendall'] as const)
        for (const missing of ['pairwise', 'listwise'] as const)
          expectSame(correlationMatrix(bytes, { method, missing }), correlationMatrix(doubles, { method, missing }));
    }),
    { numRuns: 60 },
  );
});

test('turning an item round twice gives it back, and turning it once turns its correlations', () => {
  fc.assert(
    fc.property(survey, ({ columns }) => {
      const [x, y] = named(columns) as [Column, Column];
      expectSame(valuesOf(reversed(reversed(x, 1, 5), 1, 5)), valuesOf(x));
      for (const method of ['pearson', 'kendall'] as const) {
        const options = { method, missing: 'pairwise' } as const;
        const r = correlationMatrix([x, y], options).r[0]![1];
        const turned = correlationMatrix([reversed(x, 1, 5), y], options).r[0]![1];
        expectSame(turned, r === undefined ? undefined : -r);
      }
    }),
    { numRuns: 60 },
  );
});

test('adding a constant changes no correlation and no alpha', () => {
  fc.assert(
    fc.property(survey, fc.integer({ min: -1_000_000, max: 1_000_000 }), ({ columns }, more) => {
      const before = named(columns);
      const after = named(columns.map((values) => values.map((value) => (value === null ? null : value + more))));
      for (const method of ['pearson', 'kendall'] as const)
        expectSame(
          correlationMatrix(before, { method, missing: 'pairwise' }),
          correlationMatrix(after, { method, missing: 'pairwise' }),
        );
      expectSame(cronbachAlpha(before).alpha, cronbachAlpha(after).alpha);
    }),
    { numRuns: 60 },
  );
});

test('naming the variables in another order permutes the results', () => {
  fc.assert(
    fc.property(survey, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), ({ columns }, order) => {
      const straight = named(columns);
      const mixed = order.map((place) => straight[place]!);
      for (const method of ['pearson', 'kendall'] as const) {
        const one = correlationMatrix(straight, { method, missing: 'pairwise' });
        const other = correlationMatrix(mixed, { method, missing: 'pairwise' });
        order.forEach((from, i) => order.forEach((to, j) => expectSame(other.r[i]![j], one.r[from]![to])));
      }
      const one = cronbachAlpha(straight).items;
      expectSame(
        cronbachAlpha(mixed).items,
        order.map((place) => one[place]!),
      );
    }),
    { numRuns: 60 },
  );
});

describe('nothing is NaN or infinite', () => {
  const wild = fc.array(
    fc.array(
      fc.oneof(
        fc.constantFrom(null, 0, 1, -1, 3),
        fc.double({ noNaN: true, min: -1e9, max: 1e9 }).filter((x) => Math.abs(x) > 1e-100),
      ),
      {
        minLength: 4,
        maxLength: 4,
      },
    ),
    { minLength: 0, maxLength: 8 },
  );
  test('whatever the data', () => {
    fc.assert(
      fc.property(wild, (rows) => {
        const columns = named([0, 1, 2, 3].map((place) => rows.map((row) => row[place]!)));
        const results: unknown[] = [
          cronbachAlpha(columns),
          columns.map(descriptives),
          methods.map((method) => correlationMatrix(columns, { method, missing: 'pairwise' })),
          regression(columns[0]!, [[columns[1]!], [columns[2]!, columns[3]!]]),
        ];
        expect(results.filter(holdsNaN)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

test('cross products and QR give one regression wherever cross products dare to answer', () => {
  const value = fc.integer({ min: -10_000, max: 10_000 }).map((whole) => whole / 1000);
  const rows = fc.array(
    fc.tuple(
      value,
      value,
      value,
      fc.integer({ min: -50, max: 50 }).map((whole) => whole / 1000),
    ),
    {
      minLength: 6,
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(rows, (data) => {
      // The third predictor leans on the first: tolerances go down to where products give up.
      const columns = [
        column(
          'y',
          data.map(([a]) => a),
        ),
        column(
          'x1',
          data.map(([, b]) => b),
        ),
        column(
          'x2',
          data.map(([, , c]) => c),
        ),
        column(
          'x3',
          data.map(([, b, , d]) => b + d * 4),
        ),
      ];
      const source = moments(columns);
      const fast = fitByProducts(source, 0, [1, 2, 3]);
      if (!fast) return;
      const careful = fitByQr(source, columns, 0, [1, 2, 3])!;
      // Slopes in standard deviations: those are what rounding is measured against.
      const length = (place: number) => Math.sqrt(source.products[place * 5]!);
      const standard = (slopes: Float64Array) => slopes.map((slope, at) => (slope * length(at + 1)) / length(0));
      const expected = standard(careful.slopes);
      const scale = Math.max(1, ...expected.map(Math.abs));
      standard(fast.slopes).forEach((slope, place) =>
        expect(Math.abs(slope - expected[place]!) / scale).toBeLessThan(1e-10),
      );
      expect(Math.abs(fast.residual / careful.residual - 1)).toBeLessThan(1e-9);
    }),
    { numRuns: 300 },
  );
});

test('the whole survey at once gives what its parts give, by patterns as by rows', () => {
  const rows = 4000;
  const items = [0, 1, 2].map((place) => {
    const codes = Uint8Array.from({ length: rows }, (_, row) => {
      const mixed = (row * (place + 7)) % 13;
      return mixed === 12 ? 255 : (mixed + (row % 3)) % 5;
    });
    return byteColumn(`q${place + 1}`, codes, 1, 5);
  });
  const outcome = column(
    'y',
    Array.from({ length: rows }, (_, row) => (row % 11 === 0 ? null : (row * 37) % 101)),
  );
  const found = surveyAnalysis(dataTable([...items, outcome]), {
    scales: [{ name: 's', items: ['q1', 'q2', 'q3'], reverse: ['q2'], minimum: 1, maximum: 5, minimumAnswered: 0.6 }],
    correlations: [{ method: 'pearson', missing: 'pairwise', variables: ['s', 'y'] }],
    regressions: [{ outcome: 'y', blocks: [['s'], ['q1']] }],
  });
  const turned = [items[0]!, reversed(items[1]!, 1, 5), items[2]!];
  const score = scaleScore('s', turned, { minimumAnswered: 0.6 });
  expectSame(found.scales[0]!.alpha, cronbachAlpha(turned));
  expectSame(valuesOf(found.table.columns.get('s')!), valuesOf(score));
  expectSame(found.correlations[0], correlationMatrix([score, outcome], { method: 'pearson', missing: 'pairwise' }));
  expectSame(found.regressions[0], regression(outcome, [[score], [items[0]!]]));
});
