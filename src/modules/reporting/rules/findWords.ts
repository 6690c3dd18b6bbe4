/** Letters as they are compared: without accents and capitals. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();

/** Whether every word that was typed stands somewhere in the text, also within a longer word. */
export function hasWords(text: string, typed: string): boolean {
  const within = plain(text);
  return plain(typed)
    .split(/\s+/u)
    .every((word) => within.includes(word));
}
