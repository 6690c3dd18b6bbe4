import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskOf, patternOf, takenOut } from './personValues.ts';

const values = { name: 'Nadia Van den Berg', email: 'nadia.berg@example.org', phone: '+32 470 12 34 56' };
const mask = maskOf(values);

describe('taking somebody out of a text', () => {
  test.each([
    ['Gebeld met Nadia Van den Berg, ze komt', 'Gebeld met —, ze komt'],
    ['nadia  van\nden berg', '—'],
    ['Van den Berg, Nadia', '—'],
    ['mail NADIA.BERG@EXAMPLE.ORG!', 'mail —!'],
    ['bel 0470/12.34.56 of 0032 470 123456', 'bel — of —'],
  ])('%s', (text, left) => {
    expect(mask(text)).toBe(left);
  });
  test('who is called alike, or has it as a part, stays', () => {
    const text = 'Nadia Bergmans en de heer Van den Bergh, xnadia.berg@example.orgs, 0470 12 34 57';
    expect(mask(text)).toBe(text);
  });
  test('signs in a value mean themselves', () => {
    expect(maskOf({ name: 'A.B. (Bé) C*d' })('Axby (Bé) Cd en A.B. (Bé) C*d hier')).toBe(
      `Axby (Bé) Cd en ${takenOut} hier`,
    );
  });
  test('a value is never left, whatever stands around it', () => {
    const around = fc.constantFrom(' ', '\n', ', ', '. ', '(', ')', '"');
    fc.assert(
      fc.property(fc.string(), around, around, fc.string(), (before, left, right, after) => {
        for (const value of [values.name, values.email])
          expect(mask(`${before}${left}${value}${right}${after}`)).not.toContain(value);
      }),
    );
  });
  test('whatever somebody is called, they are found and taken out', () => {
    expect(maskOf({ name: 'Anne-Marie D’Hondt/Peeters' })('met Anne-Marie D’Hondt/Peeters erbij')).toBe('met — erbij');
    const word = fc.string({ minLength: 3, unit: 'grapheme' }).filter((text) => /^[^\s\p{M}]+$/u.test(text));
    fc.assert(
      fc.property(word, word, (first, last) => {
        expect(maskOf({ name: `${first} ${last}` })(`zie ${first} ${last} hier`)).toBe('zie — hier');
      }),
    );
  });
  test('nobody has no pattern', () => {
    expect(patternOf({ name: '—' })).toBeUndefined();
  });
});
