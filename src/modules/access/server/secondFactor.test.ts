import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeAt,
  isAppCode,
  newRecoveryCodes,
  newTotpSecret,
  plainCode,
  stepOfCode,
  totpAddress,
} from './secondFactor.ts';

const now = new Date('2026-11-02T09:00:10Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('a code from the app', () => {
  test('is that of RFC 6238: the first test vector, six figures of it', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(codeAt(secret, new Date(59_000))).toBe('287082');
  });

  test('works in its half minute and the ones beside it, and nowhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (seconds) => {
        const secret = newTotpSecret();
        const steps = Math.floor(later(seconds).getTime() / 30_000) - Math.floor(now.getTime() / 30_000);
        const works = stepOfCode(secret, codeAt(secret, now), later(seconds), 0) !== undefined;
        if (Math.abs(steps) <= 1) expect(works).toBe(true);
        else expect(works && codeAt(secret, later(seconds)) !== codeAt(secret, now)).toBe(false);
      }),
    );
  });

  test('works once: not again in its own window, and no earlier one after it', () => {
    const secret = newTotpSecret();
    const step = stepOfCode(secret, codeAt(secret, now), now, 0)!;
    expect(stepOfCode(secret, codeAt(secret, now), later(5), step)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(secret, later(-30)), later(5), step)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(secret, later(30)), later(30), step)).toBe(step + 1);
  });

  test('never comes from anything but six figures', () => {
    const secret = newTotpSecret();
    for (const typed of ['', '12345', '1234567', 'abcdef', '-1'])
      expect(stepOfCode(secret, typed, now, 0)).toBeUndefined();
  });

  test('is set up by an address that names the product and the account', () => {
    expect(totpAddress('GEZDGNBVGY3TQOJQ', 'lies@example.org')).toBe(
      'otpauth://totp/Krachtlijn:lies%40example.org?issuer=Krachtlijn&secret=GEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
    );
  });
});

test('recovery codes are ten different ones that survive being copied by hand', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/);
    expect(plainCode(` ${code.toUpperCase().replace('-', ' ')} `)).toBe(plainCode(code));
    expect(isAppCode(code)).toBe(false);
  }
  expect(isAppCode('123 456')).toBe(true);
});
