import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigits } from './checkDigits.ts';
import { formatEnterpriseNumber, isEnterpriseNumber, parseEnterpriseNumber, vatForm } from './enterpriseNumber.ts';
import { formatEstablishmentNumber, parseEstablishmentNumber } from './establishmentNumber.ts';
import { isOverProgrammeSize, sizeBand } from './sizeBand.ts';

const body = fc
  .tuple(fc.constantFrom('0', '1'), fc.integer({ min: 0, max: 9_999_999 }))
  .map(([first, rest]) => first + String(rest).padStart(7, '0'));
const enterpriseNumber = body.map((firstEight) => firstEight + checkDigits(firstEight));
const establishmentNumber = fc
  .integer({ min: 20_000_000, max: 89_999_999 })
  .map((firstEight) => String(firstEight) + checkDigits(String(firstEight)));

describe('an enterprise number', () => {
  test.each([
    '0200.065.765',
    '0314.595.348',
    '0833.917.314',
    '0203.201.340',
    '0403.170.701',
    '0123.456.749',
    '0400.123.416',
    '0400.003.452',
    '1000.000.120',
    '0000.009.797',
  ])('%s is accepted and shown the same way', (written) => {
    const parsed = parseEnterpriseNumber(written);
    expect(parsed).toEqual({ ok: true, number: written.replaceAll('.', '') });
    if (parsed.ok) expect(formatEnterpriseNumber(parsed.number)).toBe(written);
  });

  test.each(['0123.456.748', '1000.000.097'])('%s has wrong check digits', (written) => {
    expect(parseEnterpriseNumber(written)).toEqual({ ok: false, fault: 'check' });
  });

  test.each([
    'BE0403170701',
    'be 0403 170 701',
    'BE-0403.170.701',
    'BE 403.170.701',
    'BTW BE 0403.170.701',
    'btw-nr: 0403.170.701',
    'TVA 0403170701',
    '403170701',
    '403 170 701',
    '  0403\u00a0170\u202f701 ',
    '0403/170/701',
  ])('is read from "%s"', (typed) => {
    expect(parseEnterpriseNumber(typed)).toEqual({ ok: true, number: '0403170701' });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['BE', 'empty'],
    ['bakkerij', 'notDigits'],
    ['0403.170.70X', 'notDigits'],
    ['٠٤٠٣١٧٠٧٠١', 'notDigits'],
    ['<b>0403170701</b>', 'notDigits'],
    ['12345678', 'length'],
    ['04031707011', 'length'],
    ['9'.repeat(5000), 'length'],
    ['2.175.653.085', 'firstDigit'],
    ['9403.170.701', 'firstDigit'],
    ['0403.170.702', 'check'],
    ['0403.170.700', 'check'],
  ] as const)('"%s" is refused because of: %s', (typed, fault) => {
    expect(parseEnterpriseNumber(typed)).toEqual({ ok: false, fault });
  });

  test('has a VAT form', () => {
    expect(vatForm('0403170701')).toBe('BE0403170701');
  });

  test('reads back from every way it is shown', () => {
    fc.assert(
      fc.property(enterpriseNumber, (number) => {
        for (const shown of [
          number,
          formatEnterpriseNumber(number),
          vatForm(number),
          `BE ${formatEnterpriseNumber(number)}`,
        ])
          expect(parseEnterpriseNumber(shown)).toEqual({ ok: true, number });
        expect(isEnterpriseNumber(number)).toBe(true);
      }),
    );
  });

  // 97 is prime, so a change of one digit never leaves the remainder alone; nor does a swap of digits of unlike weight.
  test('never survives one wrong digit', () => {
    fc.assert(
      fc.property(enterpriseNumber, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digit = (Number(number[at]) + by) % 10;
        expect(parseEnterpriseNumber(number.slice(0, at) + digit + number.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  const swap = (number: string, one: number, other: number) => {
    const digits = [...number];
    [digits[one], digits[other]] = [digits[other]!, digits[one]!];
    return digits.join('');
  };

  test('never survives two different neighbours that changed places', () => {
    fc.assert(
      fc.property(enterpriseNumber, fc.nat(8), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        expect(parseEnterpriseNumber(swap(number, at, at + 1)).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('survives two digits of the same weight that changed places: mod 97 cannot see that', () => {
    expect(parseEnterpriseNumber(swap('0833917314', 6, 8))).toEqual({
      ok: true,
      number: '0833917314'.replace('7314', '1374'),
    });
    expect(parseEnterpriseNumber(swap('0403170701', 7, 9))).toEqual({ ok: true, number: '0403170107' });
  });

  test('parsing answers and never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => typeof parseEnterpriseNumber(typed).ok === 'boolean'),
    );
  });

  test('is never taken for an establishment number, nor the other way round', () => {
    fc.assert(
      fc.property(enterpriseNumber, establishmentNumber, (enterprise, establishment) => {
        expect(parseEstablishmentNumber(enterprise)).toEqual({ ok: false, fault: 'firstDigit' });
        expect(parseEnterpriseNumber(establishment)).toEqual({ ok: false, fault: 'firstDigit' });
      }),
    );
  });
});

describe('an establishment number', () => {
  test.each(['2.175.653.085', '2.000.000.141', '2.123.456.791', '8.123.456.723'])('%s is accepted', (written) => {
    const parsed = parseEstablishmentNumber(written);
    expect(parsed).toEqual({ ok: true, number: written.replaceAll('.', '') });
    if (parsed.ok) expect(formatEstablishmentNumber(parsed.number)).toBe(written);
  });

  test.each([
    ['2.000.000.145', 'check'],
    ['', 'empty'],
    ['tien', 'notDigits'],
    ['217565308', 'length'],
    ['9.123.456.700', 'firstDigit'],
  ] as const)('"%s" is refused because of: %s', (typed, fault) => {
    expect(parseEstablishmentNumber(typed)).toEqual({ ok: false, fault });
  });

  test('never survives one wrong digit', () => {
    fc.assert(
      fc.property(establishmentNumber, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digit = (Number(number[at]) + by) % 10;
        expect(parseEstablishmentNumber(number.slice(0, at) + digit + number.slice(at + 1)).ok).toBe(false);
      }),
    );
  });
});

describe('the size band', () => {
  test.each([
    [0, 'under10'],
    [9, 'under10'],
    [10, 'under20'],
    [19, 'under20'],
    [20, 'under50'],
    [49, 'under50'],
    [50, 'under250'],
    [249, 'under250'],
    [250, 'from250'],
  ] as const)('of %i workers is %s', (workers, band) => {
    expect(sizeBand(workers)).toBe(band);
    expect(isOverProgrammeSize(workers)).toBe(band === 'from250');
  });
});
