import { describe, expect, test } from 'vitest';
import { fillIn, suggestions, typingName } from './typing.ts';

const people = [
  { id: 'a', name: 'Ann Proef' },
  { id: 'b', name: 'Zoë Van Proef' },
];

describe('typing a name behind @', () => {
  test('begins at an @ that begins a word, and goes on over a space', () => {
    expect(typingName('Vraag @An', 9)).toEqual({ from: 6, letters: 'An' });
    expect(typingName('Vraag @Zoë Van', 14)?.letters).toBe('Zoë Van');
    expect(typingName('Vraag @', 7)?.letters).toBe('');
  });

  test('is not an address, and ends with the line', () => {
    expect(typingName('info@an', 7)).toBeUndefined();
    expect(typingName('@Ann\nEn dan', 11)).toBeUndefined();
  });

  test('any word of a name will do, without its accents', () => {
    expect(suggestions(people, 'zoe').map(({ id }) => id)).toEqual(['b']);
    expect(suggestions(people, 'proe').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(suggestions(people, 'roef')).toEqual([]);
  });

  test('puts the name where it was being typed, and goes on behind it', () => {
    expect(fillIn('Vraag @An eens', 9, { from: 6, letters: 'An' }, 'Ann Proef')).toEqual({
      text: 'Vraag @Ann Proef eens',
      cursor: 17,
    });
  });
});
