/** Figures and letters that are not mistaken for each other: no I, L, O, S, U. 31 of them, a prime, so that the check figure catches more. */
const alphabet = '0123456789ABCDEFGHJKMNPQRTVWXYZ';
const base = alphabet.length;
const figures = 12;
/** The inverse of the last weight (13) modulo 31: 13 × 12 = 5 × 31 + 1. */
const inverseOfLast = 12;

/**
 * The code under which anybody can look a document up: 12 figures from its SHA-256 and one that makes Σ i·vᵢ divisible by 31, written
 * `XXXX-XXXX-XXXX-X`. Every single wrong figure and every two that change places are noticed.
 * @param hash 64 hexadecimal figures
 */
export function checkCodeOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new TypeError('a check code is made of a SHA-256 in hexadecimal figures');
  let rest = BigInt(`0x${hash.slice(0, 15)}`) % BigInt(base) ** BigInt(figures);
  const values: number[] = [];
  for (let at = 0; at < figures; at++) {
    values.unshift(Number(rest % BigInt(base)));
    rest /= BigInt(base);
  }
  const last = (((-weigh(values) * inverseOfLast) % base) + base) % base;
  const text = [...values, last].map((value) => alphabet[value]).join('');
  return text.replace(/^(.{4})(.{4})(.{4})(.)$/, '$1-$2-$3-$4');
}

/** Reads a code as people type it: any case, spaces or dashes, O for 0, I and L for 1, S for 5, U for V. Undefined when a figure is wrong. */
export function readCheckCode(typed: string): string | undefined {
  const clean = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/S/g, '5')
    .replace(/U/g, 'V');
  if (clean.length !== figures + 1) return undefined;
  const values = [...clean].map((figure) => alphabet.indexOf(figure));
  if (values.includes(-1) || weigh(values) % base !== 0) return undefined;
  return clean.replace(/^(.{4})(.{4})(.{4})(.)$/, '$1-$2-$3-$4');
}

function weigh(values: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + (at + 1) * value, 0);
}
