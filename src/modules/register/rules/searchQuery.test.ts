import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mistakable, readSought, slipsBetween, wordsQuery, type Sought } from './searchQuery.ts';

const nameOf = (sought: Sought) => {
  if (sought.kind !== 'name') throw new Error(`this is ${sought.kind}`);
  return sought;
};

describe('what was typed', () => {
  test.each([
    ['0403.170.701', ['0403170701']],
    ['BE 0403 170 701', ['0403170701']],
    ['btw be0403170701', ['0403170701']],
    ['403170701', ['0403170701']],
    ['0403', ['0403']],
    ['40317', ['040317']],
    ['10001', ['10001', '010001']],
    ['2.123.456.791', ['2123456791']],
  ])('%s is a number', (typed, beginnings) => expect(readSought(typed)).toEqual({ kind: 'number', beginnings }));

  test.each(['', ' ', 'x', '***', 'BE'])('«%s» is nothing to look for', (typed) =>
    expect(['nothing', 'name']).toContain(readSought(typed).kind),
  );

  test('is a name otherwise; a legal form is left out unless it is all there is', () => {
    expect(readSought('Bakkerij De Zwaan NV')).toMatchObject({ kind: 'name', words: ['bakkerij', 'de', 'zwaan'] });
    expect(readSought('N.V.')).toMatchObject({ kind: 'name', words: ['nv'] });
    expect(readSought('3M')).toMatchObject({ kind: 'name', words: ['3m'] });
  });

  test('may be a place alone', () => {
    expect(readSought('', 'Sint-Niklaas')).toEqual({ kind: 'name', squeezed: '', words: [], place: 'sintniklaas' });
    expect(readSought('9000')).toMatchObject({ kind: 'name', words: ['9000'] });
  });
});

describe('the question to the database', () => {
  test('asks for each word in the name or as the place', () => {
    expect(wordsQuery(nameOf(readSought('bakker gent')))).toBe("('bakker' | '@bakker') & ('gent' | '@gent')");
    expect(wordsQuery(nameOf(readSought('bakker gen')), { begun: true })).toBe(
      "('bakker' | '@bakker') & ('gen':* | '@gen':*)",
    );
    expect(wordsQuery(nameOf(readSought('bakker', '9000')), { begun: true })).toBe(
      "('bakker':* | '@bakker':*) & '@9000'",
    );
  });

  test('holds nothing that was typed but letters and figures, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (words, place) => {
        const sought = readSought(words, place);
        if (sought.kind !== 'name') return;
        expect(wordsQuery(sought, { begun: true })).toMatch(
          /^[(]?'@?[a-z0-9]+'(:\*)?( \| '@?[a-z0-9]+'(:\*)?)*[)]?( & [(]?'@?[a-z0-9]+'(:\*)?( \| '@?[a-z0-9]+'(:\*)?)*[)]?)*$/,
        );
        for (const word of mistakable(sought)) expect(word).toMatch(/^@?[a-z0-9]+$/);
      }),
    );
  });
});

describe('slips', () => {
  test.each([
    ['bakkerij', 'bakkerij', 0],
    ['bakkerij', 'bakerij', 1],
    ['bakkerij', 'bakkkerij', 1],
    ['bakkerij', 'bakkerik', 1],
    ['bakkerij', 'bakkerji', 1],
    ['bakkerij', 'slagerij', 4],
    ['gent', 'geel', 2],
  ])('between %s and %s are %i', (one, other, slips) => expect(slipsBetween(one, other)).toBe(slips));

  test('are as many the other way round, and none only between equals', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipsBetween(one, other)).toBe(slipsBetween(other, one));
        expect(slipsBetween(one, other) === 0).toBe(one === other);
      }),
    );
  });
});
