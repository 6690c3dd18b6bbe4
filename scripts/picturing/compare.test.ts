import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { difference } from './compare.ts';

function picture(width: number, black: number): Buffer {
  const png = new PNG({ width, height: 10 });
  png.data.fill(255);
  for (let pixel = 0; pixel < black; pixel++) png.data.fill(0, pixel * 4, pixel * 4 + 3);
  return PNG.sync.write(png);
}

it('equal pictures do not differ', () => expect(difference(picture(100, 7), picture(100, 7))).toBe(0));
it('the difference is the share of changed pixels', () =>
  expect(difference(picture(100, 0), picture(100, 30))).toBeCloseTo(0.03));
it('a picture of another size differs wholly', () => expect(difference(picture(100, 0), picture(101, 0))).toBe(1));
