/** Somebody who can be asked to look. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

/** A comment to show: words, with people in between. */
export type Part = { readonly text: string } | { readonly person: string; readonly name: string };

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
const reference = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/gu;

/**
 * Words as they are kept: `@Name` of somebody who can be asked becomes `@[id]`, so that a name is kept in one place only and goes
 * when that person is erased. A reference that somebody typed themselves is broken, so that it names nobody.
 * @returns the words, and who is named in them, each once
 */
export function keepMentions(
  typed: string,
  people: readonly Mentionable[],
): { readonly words: string; readonly named: readonly string[] } {
  // The longest name first: «@Ann Proef» is not «@Ann».
  const known = people.filter(({ name }) => name.trim() !== '').sort((a, b) => b.name.length - a.name.length);
  const named = new Set<string>();
  let words = '';
  const text = typed.replace(reference, '@ [$1]');
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at + 1);
    const person =
      text[at] === '@' && !isLetter(text[at - 1])
        ? known.find(({ name }) => startsAlike(rest, name) && !isLetter(rest[name.length]))
        : undefined;
    if (person) named.add(person.id);
    words += person ? `@[${person.id}]` : text[at];
    at += person ? person.name.length + 1 : 1;
  }
  return { words, named: [...named] };
}

const startsAlike = (text: string, name: string): boolean =>
  text.slice(0, name.length).toLocaleLowerCase() === name.toLocaleLowerCase();

/** Kept words to show: references become names; one to somebody who is not known here stays a dash. */
export function showMentions(words: string, nameOf: (person: string) => string | undefined): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of words.matchAll(reference)) {
    if (found.index > end) parts.push({ text: words.slice(end, found.index) });
    const person = found[1]!;
    parts.push({ person, name: nameOf(person) ?? '—' });
    end = found.index + found[0].length;
  }
  if (end < words.length) parts.push({ text: words.slice(end) });
  return parts;
}

/** Kept words as their writer typed them, to correct. */
export const typedMentions = (words: string, nameOf: (person: string) => string | undefined): string =>
  showMentions(words, nameOf)
    .map((part) => ('person' in part ? `@${part.name}` : part.text))
    .join('');
