import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEuroAsCents, parseFigure } from './figures.ts';

describe('a figure', () => {
  test.each([
    ['14', 14],
    ['9,9', 9.9],
    ['9.9', 9.9],
    ['1.900.000', 1_900_000],
    ['1 900 000,50', 1_900_000.5],
    ['1\u202f900\u00a0000', 1_900_000],
    ['€ 1.900.000', 1_900_000],
    ['1900000 euro', 1_900_000],
    ['EUR 250', 250],
    ['1,900,000.25', 1_900_000.25],
    ['2.000', 2000],
    ['0', 0],
  ])('is read from "%s"', (typed, value) => {
    expect(parseFigure(typed)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'figureMissing'],
    ['-5', 'negative'],
    ['veel', 'notFigure'],
    ['1,900', 'notFigure'],
    ['1e9', 'notFigure'],
    ['12..5', 'notFigure'],
    ['Infinity', 'notFigure'],
    ['9'.repeat(400), 'tooLarge'],
  ] as const)('"%s" is refused because of: %s', (typed, fault) => {
    expect(parseFigure(typed)).toEqual({ ok: false, fault });
  });

  test('in euro keeps every cent', () => {
    expect(parseEuroAsCents('19.502,55')).toEqual({ ok: true, value: 1_950_255 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        const shown = new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR' }).format(cents / 100);
        expect(parseEuroAsCents(shown)).toEqual({ ok: true, value: cents });
      }),
    );
  });
});
