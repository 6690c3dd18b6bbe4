import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passphraseProblem, samePassphrase, shortestPassphrase } from './passphrase.ts';

describe('a new password', () => {
  test('is any phrase of twelve signs or more, in any script and without rules about capitals', () => {
    for (const phrase of [
      'vier koeien in de wei',
      'onze bakker zingt vals',
      'le chat boit du café',
      'Überraschung im Schrank',
      'тихо в лесу только',
      'gjq8-plhv-2mzt',
      'de trein van 7u12 had vertraging',
      'a'.repeat(3) + ' kat en hond en muis',
    ])
      expect(passphraseProblem(phrase), phrase).toBeUndefined();
  });

  test('is refused when it is shorter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: shortestPassphrase - 1 }), (short) => {
        expect(passphraseProblem(short)).toBe('tooShort');
      }),
    );
  });

  test.each([
    'password1234',
    'P@ssw0rd2026!',
    'wachtwoord123',
    'Wachtwoord2026!',
    'welkomwelkom',
    'aaaaaaaaaaaaaa',
    'abababababab',
    '123456789012',
    'azertyuiopqs',
    'qwertyuiop12',
    'Krachtlijn2026',
    'MotDePasse123',
    'abcdefghijkl',
    '1q2w3e4r5t6y',
  ])('%s is what everybody tries first', (common) => {
    expect(passphraseProblem(common)).toBe('common');
  });

  test('is refused when little of it is not the person’s own name or address', () => {
    const own = ['Lies Verhaegen', 'lies.verhaegen@bakkerij-morgen.be'];
    for (const guessable of ['LiesVerhaegen', 'verhaegen lies 12', 'bakkerijmorgen1'])
      expect(passphraseProblem(guessable, own), guessable).toBe('own');
    expect(passphraseProblem('Lies ziet elke dag een reiger', own)).toBeUndefined();
  });

  test('is the same on every keyboard', () => {
    expect(samePassphrase('cafe\u0301')).toBe(samePassphrase('café'));
  });

  test('is never refused for being long or random', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(passphraseProblem(`${one} ${other}`, ['Lies Verhaegen'])).toBeUndefined();
      }),
    );
  });
});
