import { expect, test } from 'vitest';
import { column } from './column.ts';
import { cronbachAlpha } from './cronbachAlpha.ts';
import { feldtInterval } from './feldtInterval.ts';

const rows = ['3435', '2232', '5545', '4444', '1221', '3343', '4554', '2323'];
const items = [0, 1, 2, 3].map((place) =>
  column(
    `item ${place + 1}`,
    rows.map((row) => Number(row[place])),
  ),
);

test('alpha and its item statistics agree with figures worked out by hand', () => {
  const found = cronbachAlpha(items);
  expect(found.alpha).toBeCloseTo(0.9378531, 7);
  expect(found.standardised).toBeCloseTo(0.9396835, 7);
  expect(found.interval?.[0]).toBeCloseTo(0.8155088, 7);
  expect(found.interval?.[1]).toBeCloseTo(0.9860408, 7);
  expect(found.items.map((item) => item.alphaIfDeleted?.toFixed(6))).toEqual([
    '0.885484',
    '0.893713',
    '0.955752',
    '0.931854',
  ]);
  expect(found.items.map((item) => item.itemRest?.toFixed(7))).toEqual([
    '0.9509475',
    '0.9343735',
    '0.7301786',
    '0.8274999',
  ]);
});

test.each([
  [0.8, 100, 10, 0.7360485, 0.8536918],
  [0.7, 20, 5, 0.4260626, 0.8661911],
  [-0.2, 30, 4, -1.0963518, 0.3731736],
])('an alpha of %d from %d people and %d items has its interval', (alpha, n, k, low, high) => {
  const [lower, upper] = feldtInterval(alpha, n, k);
  expect(lower).toBeCloseTo(low, 6);
  expect(upper).toBeCloseTo(high, 6);
});

test('a scale of one item, of one row or without any spread has no alpha, and says why', () => {
  expect(cronbachAlpha(items.slice(0, 1))).toMatchObject({ alpha: undefined, reasons: [{ why: 'too-few-items' }] });
  const one = ['a', 'b'].map((name) => column(name, [3]));
  expect(cronbachAlpha(one)).toMatchObject({ n: 1, alpha: undefined, reasons: [{ why: 'too-few-rows' }] });
  const same = ['a', 'b'].map((name) => column(name, [3, 3, 3]));
  expect(cronbachAlpha(same).reasons[0]).toMatchObject({ of: 'alpha', why: 'constant' });
});

test('a constant item stays in alpha and is left out of the standardised one', () => {
  const found = cronbachAlpha([...items, column('same', new Array<number>(8).fill(4))]);
  expect(found.alpha).toBeCloseTo((5 / 4) * (1 - (1.7142857 + 1.4285714 + 1.125 + 1.9821429) / 21.0714286), 6);
  expect(found.standardised).toBeCloseTo(0.9396835, 7);
  expect(found.items[4]).toMatchObject({ itemRest: undefined, sd: 0 });
});
