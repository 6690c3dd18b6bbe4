import fc from 'fast-check';
import { expect, it } from 'vitest';
import { median, percentile } from './group.ts';

it('the median has as many values above as below', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

it('a percentile is one of the values, and at least its share of them lies at or below', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (values, share) => {
        const found = percentile(values, share);
        expect(values).toContain(found);
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(values.length * share - 1e-9);
      },
    ),
  );
});
