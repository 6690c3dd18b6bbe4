import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worthOfGuidance } from './worth.ts';

const price = 1_950_255;

test('guidance is worth its hours less what the enterprise pays, never more than the price of a trajectory', () => {
  expect(worthOfGuidance(16.5, { rateCents: 9_500, ownContributionCents: 0 }, price, 'estimate')).toEqual({
    amountCents: 156_750,
    basis: 'estimate',
  });
  expect(worthOfGuidance(10, { rateCents: 9_500, ownContributionCents: 20_000 }, price, 'actual').amountCents).toBe(
    75_000,
  );
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 500, noNaN: true }),
      fc.nat(100_000),
      fc.option(fc.nat(3_000_000)),
      (hours, rateCents, own) => {
        const { amountCents } = worthOfGuidance(hours, { rateCents, ownContributionCents: own }, price, 'actual');
        expect(amountCents).toBeGreaterThanOrEqual(0);
        expect(amountCents).toBeLessThanOrEqual(price);
        expect(Number.isInteger(amountCents)).toBe(true);
      },
    ),
  );
});

test('without a price of an hour it is worth the price of a trajectory', () => {
  expect(worthOfGuidance(3, { rateCents: null, ownContributionCents: null }, price, 'actual')).toEqual({
    amountCents: price,
    basis: 'price',
  });
});
