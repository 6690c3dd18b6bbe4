import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, squeezeName, wordsOf } from './foldName.ts';

describe('a name as it is compared', () => {
  test.each([
    ['Bakkerij "De Zoete Zwaan" B.V.B.A.', 'bakkerij de zoete zwaan bvba'],
    ["L'Ami d’Hondt & Zn.", 'lami dhondt zn'],
    ['CAFÉ  ÉLECTRICITÉ Straße', 'cafe electricite strasse'],
    ['S.A. Dupré-Łódź', 'sa dupre lodz'],
    ['3M', '3m'],
    ['***', ''],
  ])('%s is %s', (name, folded) => expect(foldName(name)).toBe(folded));

  test('holds small letters, figures and single spaces only, and stays as it is when compared again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const folded = foldName(name);
        expect(folded).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
        expect(foldName(folded)).toBe(folded);
        expect(foldName(name.toUpperCase())).toBe(foldName(name.toUpperCase().toLowerCase()));
      }),
    );
  });

  test('falls apart into words that are all different, and squeezes to one', () => {
    expect(wordsOf('de de bakker')).toEqual(['de', 'bakker']);
    expect(squeezeName('de de bakker')).toBe('dedebakker');
    expect(wordsOf('')).toEqual([]);
  });
});
