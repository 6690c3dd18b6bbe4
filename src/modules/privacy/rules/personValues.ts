/** The values by which somebody can be found in what others wrote. */
export interface FindableValues {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** What stands where a value stood. */
export const takenOut = '—';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As JSON writes it, a quotation mark and a backslash have a backslash before them. */
const escapedInJson = (text: string) => escaped(text).replaceAll('\\\\', '\\\\{1,2}').replace(/"/g, '\\\\?"');

/** Each value as a pattern: words of a name with anything blank between them, a number however it is spaced. */
function valuePatterns(
  { name, email, phone }: FindableValues,
  { blank, at, sign }: { blank: string; at: string; sign: (text: string) => string },
): string[] {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const patterns: string[] = [];
  if (words.join('').length >= 3) patterns.push(words.map(sign).join(`${blank}+`));
  // Also the other way around, as in a list: family name first.
  if (words.length > 1) patterns.push([...words.slice(1), words[0]!].map(sign).join(`,?${blank}+`));
  if (email) patterns.push(email.trim().split('@').map(sign).join(at));
  const digits = (phone ?? '').replace(/\D/g, '').replace(/^(?:0032|32|0)/, '');
  if (digits.length >= 7) patterns.push(`(?:\\+32|0032|0)?[ ./()-]*${[...digits].join('[ ./()-]*')}`);
  return patterns;
}

/**
 * A PostgreSQL regular expression (used without regard to case) that fits the values in plain text, in the text of JSON and in
 * the words of an address; undefined when there is nothing to look for.
 */
export function patternOf(values: FindableValues): string | undefined {
  const patterns = valuePatterns(values, { blank: '(?:\\s|\\\\[nrt]|\\+|%20)', at: '(?:@|%40)', sign: escapedInJson });
  // In JSON a new line is written as a backslash and a letter: what follows that letter begins a word all the same.
  return patterns.length > 0 ? `(?:(?<!\\w)|(?<=\\\\[nrt]))(?:${patterns.join('|')})(?!\\w)` : undefined;
}

/** Takes the values out of a text; what only contains a part of them stays as it is. */
export function maskOf(values: FindableValues): (text: string) => string {
  const patterns = valuePatterns(values, { blank: '\\s', at: '@', sign: escaped });
  if (patterns.length === 0) return (text) => text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${patterns.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
  return (text) => text.replace(pattern, takenOut);
}
