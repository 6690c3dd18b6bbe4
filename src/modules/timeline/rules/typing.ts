import type { Mentionable } from './mentions.ts';

/** The name that somebody is typing before the cursor: where its `@` stands, and what was typed of it. */
export interface Typing {
  readonly from: number;
  readonly letters: string;
}

/** Whether a name is being typed: an `@` that begins a word, and at most two words behind it on the same line. */
export function typingName(text: string, cursor: number): Typing | undefined {
  const found = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*){0,2})$/u.exec(text.slice(0, cursor));
  return found ? { from: cursor - found[1]!.length - 1, letters: found[1]! } : undefined;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();

/** People of whom a word of the name begins with the letters; accents and capitals do not count. */
export function suggestions<Person extends Mentionable>(people: readonly Person[], letters: string): readonly Person[] {
  const wanted = plain(letters);
  return people.filter(({ name }) => ` ${plain(name)}`.includes(` ${wanted}`)).slice(0, 6);
}

/** The text with the name filled in and a space behind it, and where the cursor then stands. */
export function fillIn(text: string, cursor: number, typing: Typing, name: string): { text: string; cursor: number } {
  const filled = `@${name} `;
  return {
    text: text.slice(0, typing.from) + filled + text.slice(cursor).replace(/^ /, ''),
    cursor: typing.from + filled.length,
  };
}
