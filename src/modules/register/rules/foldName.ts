const latin: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th' };
const ascii = /^[\x20-\x7e]*$/;

/**
 * A name as it is compared: small letters and figures, without accents and signs, one space between words. `B.V.B.A.` is one
 * word, and so is `d’Hondt`: that is how people type them.
 */
export function foldName(name: string): string {
  let folded = name.toLowerCase();
  if (!ascii.test(folded))
    folded = folded
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[ßæœøłđðþ]/g, (letter) => latin[letter]!)
      .replace(/[’‘´]/g, "'");
  return folded
    .replace(/(?<=(?:^|[^a-z0-9])[a-z])\.(?=[a-z](?:\.|$|[^a-z0-9]))/g, '')
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The same without spaces: «Bakkerij Jan» and «bakkerijjan» begin alike. */
export const squeezeName = (folded: string): string => folded.replaceAll(' ', '');

/** The different words of a folded name, each cut at 40 letters. */
export function wordsOf(folded: string): string[] {
  return folded === '' ? [] : [...new Set(folded.split(' ').map((word) => word.slice(0, 40)))];
}
