import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCodeOf, readCheckCode } from './checkCode.ts';

const hash = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 })
  .map((figures) => figures.map((figure) => figure.toString(16)).join(''));

describe('a check code', () => {
  test('is read back as it was written, however it is typed', () => {
    fc.assert(
      fc.property(hash, (sha) => {
        const code = checkCodeOf(sha);
        expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
        for (const typed of [
          code,
          code.toLowerCase(),
          code.replaceAll('-', ' '),
          code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('5', 's'),
        ])
          expect(readCheckCode(typed)).toBe(code);
      }),
    );
  });

  test('with one wrong figure is noticed', () => {
    fc.assert(
      fc.property(hash, fc.nat(12), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRTVWXYZ'), (sha, at, figure) => {
        const plain = checkCodeOf(sha).replaceAll('-', '');
        fc.pre(plain[at] !== figure);
        expect(readCheckCode(plain.slice(0, at) + figure + plain.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  test('with two figures that changed places is noticed', () => {
    fc.assert(
      fc.property(hash, fc.nat(11), (sha, at) => {
        const plain = checkCodeOf(sha).replaceAll('-', '');
        fc.pre(plain[at] !== plain[at + 1]);
        expect(readCheckCode(plain.slice(0, at) + plain[at + 1]! + plain[at]! + plain.slice(at + 2))).toBeUndefined();
      }),
    );
  });

  test('is refused when it is too short, too long or not a code at all', () => {
    for (const typed of ['', '1234', 'héél iets anders', '0'.repeat(40)]) expect(readCheckCode(typed)).toBeUndefined();
  });

  test('is only made of a SHA-256', () => {
    expect(() => checkCodeOf('abc')).toThrow(TypeError);
  });
});
