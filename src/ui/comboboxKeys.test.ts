import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterKey, type ComboKey, type ComboState } from './comboboxKeys.ts';

const press = (key: string, more: Partial<ComboKey> = {}): ComboKey => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});
const after = (keys: readonly string[], count = 3, start: ComboState = { open: true, active: -1 }) =>
  keys.reduce<ReturnType<typeof afterKey>>((state, key) => afterKey(state, press(key), count), {
    ...start,
    ours: false,
  });

describe('a key in a combobox', () => {
  test('marks the next or the one before, and goes round at the ends', () => {
    expect(after(['ArrowDown']).active).toBe(0);
    expect(after(['ArrowDown', 'ArrowDown']).active).toBe(1);
    expect(after(['ArrowUp']).active).toBe(2);
    expect(after(['ArrowUp', 'ArrowDown']).active).toBe(0);
    expect(after(['ArrowDown'], 3, { open: false, active: -1 })).toMatchObject({ open: true, active: 0, ours: true });
  });

  test('chooses with Enter what is marked, and leaves Enter to the form when nothing is', () => {
    expect(after(['ArrowDown', 'Enter'])).toEqual({ open: false, active: -1, chosen: 0, ours: true });
    expect(after(['Enter'])).toEqual({ open: false, active: -1, ours: false });
  });

  test('closes with Escape and keeps the second Escape for who wants it', () => {
    expect(after(['ArrowDown', 'Escape'])).toEqual({ open: false, active: -1, ours: true });
    expect(after(['Escape', 'Escape']).ours).toBe(false);
  });

  test('goes back into the text with Home, End and the arrows to the side', () => {
    expect(after(['ArrowDown', 'Home'])).toEqual({ open: true, active: -1, caret: 'start', ours: true });
    expect(after(['ArrowDown', 'End'])).toEqual({ open: true, active: -1, caret: 'end', ours: true });
    expect(after(['ArrowDown', 'ArrowLeft'])).toEqual({ open: true, active: -1, ours: false });
    expect(after(['Home'], 3, { open: false, active: -1 }).ours).toBe(false);
  });

  test('with Alt opens and closes without marking', () => {
    const closed = { open: false, active: -1 };
    expect(afterKey(closed, press('ArrowDown', { altKey: true }), 3)).toEqual({ open: true, active: -1, ours: true });
    expect(afterKey({ open: true, active: 2 }, press('ArrowUp', { altKey: true }), 3)).toMatchObject(closed);
  });

  test('never marks what is not there, nor chooses what was not marked', () => {
    const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'Enter', 'Escape', 'Home', 'End', 'ArrowLeft', 'Tab', 'a');
    fc.assert(
      fc.property(fc.array(keys), fc.nat(12), (pressed, count) => {
        let state: ComboState = { open: count > 0, active: -1 };
        for (const key of pressed) {
          const { chosen, ...step } = afterKey(state, press(key), count);
          expect(step.active).toBeGreaterThanOrEqual(-1);
          expect(step.active).toBeLessThan(Math.max(count, 1));
          if (count === 0) expect(step.active).toBe(-1);
          if (!step.open) expect(step.active).toBe(-1);
          if (chosen !== undefined) expect(chosen).toBe(state.active);
          state = step;
        }
      }),
    );
  });
});
