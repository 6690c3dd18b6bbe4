/** A text as it is compared: lower case, without accents, marks and spaces that do not matter. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A text made ready for comparing with many others. */
export interface Fingerprint {
  readonly plain: string;
  readonly words: number;
  readonly pieces: ReadonlySet<string>;
}

export function fingerprint(text: string): Fingerprint {
  const plain = plainWords(text);
  const pieces = new Set<string>();
  for (let at = 0; at + 4 <= plain.length; at += 1) pieces.add(plain.slice(at, at + 4));
  return { plain, words: plain === '' ? 0 : plain.split(' ').length, pieces };
}

/**
 * How alike two texts are, from 0 to 1: twice the pieces of four letters that they share, divided by the pieces of both
 * (the coefficient of Dice). 1 for texts that differ in capitals, accents and punctuation only.
 */
export function similarity(one: Fingerprint, other: Fingerprint): number {
  if (one.plain === other.plain) return 1;
  const [few, many] = one.pieces.size <= other.pieces.size ? [one.pieces, other.pieces] : [other.pieces, one.pieces];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const piece of few) if (many.has(piece)) shared += 1;
  return (2 * shared) / (few.size + many.size);
}

/** Texts of fewer words are alike by chance ("opmaak competentiematrix"); up to seven, only the very same text counts. */
const fewestWords = 4;
const exactUpTo = 7;
export const nearlyTheSame = 0.8;

/** Was one text copied from the other, or both from one source? Same answer either way round. */
export function looksCopied(one: Fingerprint, other: Fingerprint): boolean {
  const words = Math.min(one.words, other.words);
  if (words < fewestWords) return false;
  if (words <= exactUpTo) return one.plain === other.plain;
  return similarity(one, other) >= nearlyTheSame;
}
