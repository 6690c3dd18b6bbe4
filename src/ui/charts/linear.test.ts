import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linear } from './linear.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('a value lies where the scale of d3 puts it, clamped', () => {
  fc.assert(
    fc.property(number, number, number, number, number, (least, most, start, end, value) => {
      fc.pre(Math.abs(most - least) > 1e-3);
      const theirs = scaleLinear([least, most], [start, end]).clamp(true)(value);
      expect(linear([least, most], [start, end])(value)).toBeCloseTo(theirs, 6);
    }),
  );
});

test('a line without length has every value in the middle', () => {
  expect(linear([3, 3], [0, 100])(7)).toBe(50);
});
