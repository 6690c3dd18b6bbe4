import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigits } from '#modules/enterprises/index.ts';
import { cellsOfText, readNumberList } from './numberList.ts';

const read = (text: string) => readNumberList(cellsOfText(text));
const numbers = (text: string) => read(text).map(({ number, fault }) => number ?? fault);

describe('a list of numbers', () => {
  test('is read one a line, in whatever way the numbers are written', () => {
    expect(numbers('0403.170.701\nBE 0403 170 701\n403170701\n\n  ')).toEqual([
      '0403170701',
      '0403170701',
      '0403170701',
    ]);
  });

  test('is read when they stand beside one another', () => {
    expect(numbers('0403.170.701, 0123.456.749; 0200.065.765')).toEqual(['0403170701', '0123456749', '0200065765']);
  });

  test('is read from the column that a heading names, and the heading is no number', () => {
    expect(numbers('Naam;Ondernemingsnummer;Telefoon\nBakker;0403.170.700;0475 12 34 56')).toEqual(['check']);
    expect(numbers('Numéro d’entreprise\n0403170701')).toEqual(['0403170701']);
  });

  test('says of every line what is wrong with it, and on which line', () => {
    expect(
      read('0403.170.701\n0403.170.702\n12345\n9403170701\nBakker Jans').map(({ line, fault }) => [line, fault]),
    ).toEqual([
      [1, undefined],
      [2, 'check'],
      [3, 'length'],
      [4, 'firstDigit'],
      [5, 'notDigits'],
    ]);
  });

  test('says of a number that stood there before on which line', () => {
    expect(read('0403.170.701\n\nBE0403170701').map(({ line, sameAs }) => [line, sameAs])).toEqual([
      [1, undefined],
      [3, 1],
    ]);
  });

  test('keeps no more of what was typed than a line of a table shows', () => {
    expect(read(`nummer\n${'x'.repeat(5000)}`)[0]!.typed).toHaveLength(40);
  });

  test('gives back every number that is right, between names and amounts, in the order of the lines', () => {
    const right = fc.integer({ min: 1_000_000, max: 19_999_999 }).map((first) => {
      const eight = String(first).padStart(8, '0');
      return eight + checkDigits(eight);
    });
    const name = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(right, { minLength: 1, maxLength: 30 }),
        fc.array(name, { minLength: 30, maxLength: 30 }),
        (all, names) => {
          const text = all.map((number, at) => `${names[at]};${number}`).join('\r\n');
          expect(numbers(text)).toEqual(all);
        },
      ),
    );
  });
});
