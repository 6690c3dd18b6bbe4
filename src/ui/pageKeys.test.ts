import { describe, expect, test } from 'vitest';
import { actOf, stepIn, type Pressed } from './pageKeys.ts';

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const onPage = { typing: false, inList: false };

describe('single keys', () => {
  test('slash searches, the question mark lists the keys, j and k walk', () => {
    expect(['/', '?', 'j', 'k'].map((key) => actOf(press(key), onPage))).toEqual([
      'search',
      'help',
      'next',
      'previous',
    ]);
  });
  test('never act while somebody types', () => {
    for (const key of ['/', '?', 'j', 'k', 'ArrowDown'])
      expect(actOf(press(key), { typing: true, inList: true })).toBeUndefined();
  });
  test('leave combinations to the browser', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(actOf(press('k', held), onPage)).toBeUndefined();
  });
  test('arrows walk only once the focus is in a list, so that a page still scrolls', () => {
    expect(actOf(press('ArrowDown'), onPage)).toBeUndefined();
    expect(actOf(press('ArrowDown'), { typing: false, inList: true })).toBe('next');
    expect(actOf(press('ArrowUp'), { typing: false, inList: true })).toBe('previous');
  });
  test('a walk starts at the first and stops at the ends', () => {
    expect(stepIn(3, -1, 'next')).toBe(0);
    expect(stepIn(3, -1, 'previous')).toBe(0);
    expect(stepIn(3, 2, 'next')).toBe(2);
    expect(stepIn(3, 0, 'previous')).toBe(0);
    expect(stepIn(0, -1, 'next')).toBe(-1);
  });
});
