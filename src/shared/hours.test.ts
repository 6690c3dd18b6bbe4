import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from './localised.ts';
import { formatEuro, formatHours, formatNumber, readEuroCents, readHours, readNumber } from './hours.ts';

const value = (reading: { ok: boolean; value?: number }) => (reading.ok ? reading.value : reading);

describe('numbers as Belgians type them', () => {
  test.each([
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['1.234,56', 1234.56],
    ['1 234,56', 1234.56],
    ['1\u202f234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1.234', 1234],
    ['0.250', 0.25],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    [',5', 0.5],
    ['-3', -3],
    ['− 3,5', -3.5],
    ['-0', 0],
    ['007', 7],
  ])('%s is read as %d', (typed, expected) => expect(value(readNumber(typed))).toBe(expected));

  test.each([
    'abc',
    '1e5',
    '1.2.3',
    '1,2,3',
    '12.34,5',
    '1.234,5.6',
    'Infinity',
    'NaN',
    '0x10',
    '--1',
    '12,',
    '1 2',
    '9'.repeat(16),
    '٣',
  ])('%s is not a number', (typed) => expect(readNumber(typed)).toEqual({ ok: false, why: 'unreadable' }));

  test('nothing typed is nothing, not zero', () => {
    for (const read of [readNumber, readHours, readEuroCents]) expect(read('  ')).toEqual({ ok: false, why: 'empty' });
  });

  test('what is shown in any language can be typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(...locales), (hundredths, locale) => {
        expect(value(readNumber(formatNumber(hundredths / 100, locale)))).toBe(hundredths / 100);
      }),
    );
  });

  test('any text gives a finite number or a reason, never an exception', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        for (const read of [readNumber, readHours, readEuroCents]) {
          const reading = read(typed);
          expect(reading.ok ? Number.isFinite(reading.value) : reading.why.length > 0).toBe(true);
        }
      }),
    );
  });
});

describe('hours', () => {
  test.each([
    ['2u30', 2.5],
    ['2 u 30', 2.5],
    ['2U30', 2.5],
    ['2h30', 2.5],
    ['2:30', 2.5],
    ['2 uur 30 min', 2.5],
    ['45 min', 0.75],
    ["45'", 0.75],
    ['3 uur', 3],
    ['1,5 u', 1.5],
    ['1.5h', 1.5],
    ['2 Std.', 2],
    ['8', 8],
  ])('%s is read as %d hours', (typed, expected) => expect(value(readHours(typed))).toBe(expected));

  test.each(['2u75', 'u', 'uur', '2:3:4', 'twee uur', '2u30u'])('%s is not a time', (typed) =>
    expect(readHours(typed)).toEqual({ ok: false, why: 'unreadable' }),
  );

  test('are shown with a decimal comma', () => {
    expect(formatHours(13.5, 'nl')).toBe('13,5\u00a0u');
    expect(formatHours(13.5, 'de')).toBe('13,5\u00a0Std.');
  });
});

describe('euros', () => {
  test.each([
    ['€ 1.234,56', 123456],
    ['12 euro', 1200],
    ['EUR 7.500', 750000],
    ['0,1', 10],
    ['19502,55', 1950255],
    ['2535331.50', 253533150],
  ])('%s is %d cents', (typed, expected) => expect(value(readEuroCents(typed))).toBe(expected));

  test('a third decimal is refused, since it is a slip or a thousand', () => {
    expect(readEuroCents('1,234')).toEqual({ ok: false, why: 'decimals' });
  });

  test('an amount that is shown can be typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), fc.constantFrom(...locales), (cents, locale) => {
        expect(value(readEuroCents(formatEuro(cents, locale)))).toBe(cents);
      }),
    );
  });

  test('round amounts lose their empty cents', () => {
    expect(formatEuro(750000, 'nl').replace(/\s/gu, ' ')).toBe('€ 7.500');
  });
});
