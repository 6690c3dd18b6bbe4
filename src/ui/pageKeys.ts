/** Single keys that do something, and what. Arrows only move once the focus is in a list, so that a page still scrolls. */
export type KeyAct = 'search' | 'help' | 'next' | 'previous';

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means here; undefined when it is not ours: with a modifier, or while somebody types or chooses. */
export function actOf(
  pressed: Pressed,
  place: { readonly typing: boolean; readonly inList: boolean },
): KeyAct | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || place.typing) return undefined;
  switch (pressed.key) {
    case '/':
      return 'search';
    case '?':
      return 'help';
    case 'j':
      return 'next';
    case 'k':
      return 'previous';
    case 'ArrowDown':
      return place.inList ? 'next' : undefined;
    case 'ArrowUp':
      return place.inList ? 'previous' : undefined;
    default:
      return undefined;
  }
}

/** The place in a list after a step; the ends stay where they are, and who stands outside enters at the start. */
export function stepIn(length: number, at: number, act: 'next' | 'previous'): number {
  if (length === 0) return -1;
  if (at < 0) return 0;
  return Math.min(Math.max(at + (act === 'next' ? 1 : -1), 0), length - 1);
}
