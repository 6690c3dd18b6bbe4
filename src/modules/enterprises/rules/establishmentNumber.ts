import { checkDigitsFit } from './checkDigits.ts';
import type { ParsedNumber } from './enterpriseNumber.ts';

/**
 * Reads the number of an establishment unit: ten digits, the first 2 to 8, same check digits as an enterprise number.
 * Nothing is added on the left: these numbers never had nine digits.
 */
export function parseEstablishmentNumber(typed: string): ParsedNumber {
  const digits = typed.replace(/[\s\u00a0\u202f.\-/]/g, '');
  if (digits === '') return { ok: false, fault: 'empty' };
  if (!/^[0-9]+$/.test(digits)) return { ok: false, fault: 'notDigits' };
  if (digits.length !== 10) return { ok: false, fault: 'length' };
  if (!/^[2-8]/.test(digits)) return { ok: false, fault: 'firstDigit' };
  if (!checkDigitsFit(digits)) return { ok: false, fault: 'check' };
  return { ok: true, number: digits };
}

/** `2175653085` becomes `2.175.653.085`. */
export function formatEstablishmentNumber(number: string): string {
  return `${number.slice(0, 1)}.${number.slice(1, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
}
