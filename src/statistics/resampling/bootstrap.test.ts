import { expect, test } from 'vitest';
import { bootstrap } from './bootstrap.ts';
import { randomNumbers } from './randomNumbers.ts';

const values = Float64Array.from({ length: 60 }, (_, row) => Math.sin(row * row) + row / 30);
const mean = (drawn: Uint32Array) => drawn.reduce((sum, row) => sum + values[row]!, 0) / drawn.length;

test('the same seed gives the same intervals, another seed others', () => {
  const once = bootstrap(60, mean, { seed: 7 });
  expect(bootstrap(60, mean, { seed: 7 })).toEqual(once);
  expect(bootstrap(60, mean, { seed: 8 }).percentile).not.toEqual(once.percentile);
});

test('of a mean, the standard error and both intervals come near what theory says', () => {
  const found = bootstrap(60, mean, { seed: 20_231_001, times: 4000 });
  const average = values.reduce((sum, value) => sum + value, 0) / 60;
  const theory = Math.sqrt(values.reduce((sum, value) => sum + (value - average) ** 2, 0) / 60 / 60);
  expect(Math.abs(found.standardError! / theory - 1)).toBeLessThan(0.05);
  for (const [low, high] of [found.percentile!, found.bca!]) {
    expect(Math.abs((low - average) / theory + 1.96)).toBeLessThan(0.2);
    expect(Math.abs((high - average) / theory - 1.96)).toBeLessThan(0.2);
  }
});

test('a statistic that does not exist has no intervals, and says why', () => {
  expect(bootstrap(5, () => undefined, { seed: 1 })).toMatchObject({ percentile: undefined, bca: undefined, used: 0 });
  expect(bootstrap(5, () => 3, { seed: 1 }).reasons[0]).toMatchObject({ of: 'bca' });
});

test('random whole numbers are spread evenly', () => {
  const random = randomNumbers(42);
  const counts = new Array<number>(7).fill(0);
  for (let draw = 0; draw < 70_000; draw++) counts[random.whole(7)]!++;
  const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquared).toBeLessThan(22.5);
});
