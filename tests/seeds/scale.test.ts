import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleNumber } from '../../database/seeds/scale/numbers.ts';
import { apportion } from '../../database/seeds/scale/prototypes.ts';
import { randomFrom } from '../../database/seeds/scale/random.ts';
import { standingShares } from '../../database/seeds/scale/shares.ts';
import { parseEnterpriseNumber } from '#modules/enterprises/index.ts';

test('the same seed draws the same, another one something else', () => {
  const drawn = (seed: number) => Array.from({ length: 20 }, randomFrom(seed).next);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      expect(drawn(seed)).toEqual(drawn(seed));
    }),
  );
  expect(drawn(1)).not.toEqual(drawn(2));
});

test('a whole number lies between its bounds, and a share of nothing never comes up', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, least, width) => {
      const random = randomFrom(seed);
      const drawn = random.whole(least, least + width);
      expect(drawn).toBeGreaterThanOrEqual(least);
      expect(drawn).toBeLessThanOrEqual(least + width);
      expect(random.weighted({ never: 0, always: 1 })).toBe('always');
    }),
  );
});

test('what is shared out is exactly what there is, and every standing comes up when there is room', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), (amount) => {
      const shared = apportion(standingShares, amount);
      expect(shared).toHaveLength(amount);
      if (amount >= 11) expect(new Set(shared).size).toBe(11);
    }),
  );
});

test('every number of the large programme is a right one, in a series that the register never gave out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 899_999 }), (sequence) => {
      const number = scaleNumber(sequence);
      expect(number).toMatch(/^01\d{8}$/);
      expect(parseEnterpriseNumber(number)).toMatchObject({ ok: true });
    }),
  );
  expect(() => scaleNumber(900_000)).toThrow(RangeError);
});
