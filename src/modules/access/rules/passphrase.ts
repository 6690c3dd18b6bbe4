import { commonestPasswords } from './commonestPasswords.ts';

export const shortestPassphrase = 12;
export const longestPassphrase = 500;

/** One spelling for what somebody types on different keyboards (NIST SP 800-63B 3.1.1.2). */
export function samePassphrase(typed: string): string {
  return typed.normalize('NFKC');
}

/**
 * What is wrong with a new password, or undefined. Only length and what everybody tries first: rules about capitals and
 * signs make passwords worse (NIST SP 800-63B 3.1.1.2). `own` holds what others know of the person: name, address.
 */
export function passphraseProblem(
  typed: string,
  own: readonly string[] = [],
): 'tooShort' | 'common' | 'own' | undefined {
  const passphrase = samePassphrase(typed);
  if ([...passphrase].length < shortestPassphrase) return 'tooShort';
  const plain = bare(passphrase);
  if (isCommon(plain)) return 'common';
  const known = own.flatMap((words) => words.split(/[\s@.,;_-]+/).map(bare)).filter((word) => word.length >= 3);
  const left = known.sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), plain);
  return left.length < shortestPassphrase / 2 && left.length < plain.length ? 'own' : undefined;
}

/** Small letters and figures, the usual replacements undone. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[@4]/g, 'a')
    .replace(/[$5]/g, 's')
    .replace(/0/g, 'o')
    .replace(/3/g, 'e')
    .replace(/[1!|]/g, 'i')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const common = new Set(commonestPasswords.map(bare));
const rows = [
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'abcdefghijklmnopqrstuvwxyz',
  bare('12345678901234567890'),
];

/** A common word alone, repeated, or with a tail of figures; one piece again and again; a walk along the keys. */
function isCommon(plain: string): boolean {
  if (new Set(plain).size < 4) return true;
  const piece = /^(.{1,12}?)\1*$/.exec(plain)?.[1] ?? plain;
  const word = plain.replace(/[\dioeas]{0,8}$/, '');
  if (common.has(plain) || common.has(piece) || piece.length <= 4) return true;
  if ([...common].some((one) => plain.startsWith(one) && /^[\dioeas]{0,8}$/.test(plain.slice(one.length)))) return true;
  return rows.some((row) => (row + row).includes(word.length >= 8 ? word : plain));
}
