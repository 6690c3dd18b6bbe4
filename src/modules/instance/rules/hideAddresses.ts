/** The words of a mail server without the addresses that it repeats. */
export function hideAddresses(words: string): string {
  return words.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…@…');
}
