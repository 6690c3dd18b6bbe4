/** What a combobox shows: its list open or not, and which of it is marked; −1 while the cursor stands in the text. */
export interface ComboState {
  readonly open: boolean;
  readonly active: number;
}

export interface ComboKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export interface ComboStep extends ComboState {
  /** The suggestion that was chosen, by its place in the list. */
  readonly chosen?: number;
  /** Where the cursor goes in the text. */
  readonly caret?: 'start' | 'end';
  /** The key did its work here: the browser and the form do nothing with it any more. */
  readonly ours: boolean;
}

/**
 * What a key does in a combobox with `count` suggestions. Source: WAI-ARIA Authoring Practices, combobox with list autocomplete and
 * manual selection: nothing is chosen that was not marked with an arrow, and what is typed stays until then.
 */
export function afterKey({ open, active }: ComboState, pressed: ComboKey, count: number): ComboStep {
  const closed = { open: false, active: -1 };
  if (pressed.ctrlKey || pressed.metaKey) return { open, active, ours: false };
  switch (pressed.key) {
    case 'ArrowDown':
      if (count === 0) return { ...closed, ours: false };
      if (pressed.altKey) return { open: true, active: open ? active : -1, ours: true };
      return { open: true, active: open && active < count - 1 ? active + 1 : 0, ours: true };
    case 'ArrowUp':
      if (pressed.altKey) return { ...closed, ours: open };
      if (count === 0) return { ...closed, ours: false };
      return { open: true, active: open && active > 0 ? active - 1 : count - 1, ours: true };
    case 'Enter':
      return open && active >= 0 && active < count
        ? { ...closed, chosen: active, ours: true }
        : { ...closed, ours: false };
    case 'Escape':
      return { ...closed, ours: open };
    case 'Home':
    case 'End':
      return open
        ? { open, active: -1, caret: pressed.key === 'Home' ? 'start' : 'end', ours: true }
        : { ...closed, ours: false };
    case 'ArrowLeft':
    case 'ArrowRight':
      return { open, active: -1, ours: false };
    case 'Tab':
      return { ...closed, ours: false };
    default:
      return { open, active, ours: false };
  }
}
