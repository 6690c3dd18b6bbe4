import { checkDigitsFit } from './checkDigits.ts';

/** Why a number cannot be right; each has a text `error.<fault>` that says what to do. */
export type NumberFault = 'empty' | 'notDigits' | 'length' | 'firstDigit' | 'check';

/** `number` is the bare form that is stored: ten digits, no dots. */
export type ParsedNumber =
  { readonly ok: true; readonly number: string } | { readonly ok: false; readonly fault: NumberFault };

const prefix = /^(?:(?:btw|tva|vat|mwst|ust)(?:[\s.:-]*nr)?[\s.:-]*)?(?:be)?/i;
const separators = /[\s\u00a0\u202f.\-/]/g;

/**
 * Reads an enterprise number as people write it: `0403.170.701`, `BE 0403 170 701`, `403170701` (the old VAT form, to which
 * a 0 is added). Never throws: what is wrong comes back as a fault.
 * Source: KBO, ten digits of which the first is 0 or 1 and the last two are check digits.
 */
export function parseEnterpriseNumber(typed: string): ParsedNumber {
  const digits = typed.trim().replace(prefix, '').replace(separators, '');
  if (digits === '') return { ok: false, fault: 'empty' };
  if (!/^[0-9]+$/.test(digits)) return { ok: false, fault: 'notDigits' };
  if (digits.length !== 9 && digits.length !== 10) return { ok: false, fault: 'length' };
  const number = digits.padStart(10, '0');
  if (number[0] !== '0' && number[0] !== '1') return { ok: false, fault: 'firstDigit' };
  if (!checkDigitsFit(number)) return { ok: false, fault: 'check' };
  return { ok: true, number };
}

/** True for the bare, stored form only: ten digits that are a possible enterprise number. */
export function isEnterpriseNumber(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[01][0-9]{9}$/.test(value)) return false;
  return checkDigitsFit(value);
}

/** `0403170701` becomes `0403.170.701`, the way the register shows it. */
export function formatEnterpriseNumber(number: string): string {
  return `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
}

/** The VAT form: `BE0403170701`. Having the number does not mean that the enterprise is liable to VAT. */
export function vatForm(number: string): string {
  return `BE${number}`;
}
