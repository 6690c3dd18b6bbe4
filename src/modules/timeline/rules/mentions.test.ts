import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepMentions, showMentions, typedMentions } from './mentions.ts';

const ann = { id: '00000000-0000-7000-8000-00000000000a', name: 'Ann Proef' };
const anna = { id: '00000000-0000-7000-8000-00000000000b', name: 'Ann Proefmans' };
const people = [ann, anna];
const nameOf = (id: string) => people.find((person) => person.id === id)?.name;

describe('naming somebody in a comment', () => {
  test('keeps who it is and not the name', () => {
    const { words, named } = keepMentions('Kijk jij, @Ann Proef? Dank.', people);
    expect(named).toEqual([ann.id]);
    expect(words).not.toContain('Proef');
    expect(typedMentions(words, nameOf)).toBe('Kijk jij, @Ann Proef? Dank.');
  });

  test('takes the longest name that fits, whatever its capitals', () => {
    expect(keepMentions('@ann proefmans', people).named).toEqual([anna.id]);
    expect(keepMentions('@Ann Proefje', people).named).toEqual([]);
  });

  test('does not read an address as a name', () => {
    expect(keepMentions('mail naar info@Ann Proef', people).named).toEqual([]);
  });

  test('who typed a reference themselves names nobody with it', () => {
    const { words, named } = keepMentions(`@[${ann.id}]`, people);
    expect(named).toEqual([]);
    expect(showMentions(words, nameOf).every((part) => 'text' in part)).toBe(true);
  });

  test('somebody who was erased has no name any more', () => {
    const { words } = keepMentions('@Ann Proef', people);
    expect(showMentions(words, () => undefined)).toEqual([{ person: ann.id, name: '—' }]);
  });

  test('words without anybody stay exactly as they are, and shown words are the typed ones', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('@Ann Proef', ' @Ann Proefmans ', '@', '[', ']'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const typed = pieces.join('');
        const { words } = keepMentions(typed, people);
        expect(typedMentions(words, nameOf)).toBe(typed);
        expect(keepMentions(typedMentions(words, nameOf), people).words).toBe(words);
      }),
    );
  });
});
