import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordDiff } from './wordDiff.ts';

const without = (kind: 'added' | 'removed', before: string, after: string) =>
  wordDiff(before, after)
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('what changed between two texts', () => {
  test('is marked word by word, and what stayed is not', () => {
    expect(wordDiff('Elke maand een gesprek.', 'Elke week een gesprek.')).toEqual([
      { kind: 'same', text: 'Elke ' },
      { kind: 'removed', text: 'maand' },
      { kind: 'added', text: 'week' },
      { kind: 'same', text: ' een gesprek.' },
    ]);
  });

  test('reads as phrases: words that changed beside each other are one change', () => {
    expect(wordDiff('een twee drie', 'vier vijf drie')).toEqual([
      { kind: 'removed', text: 'een twee' },
      { kind: 'added', text: 'vier vijf' },
      { kind: 'same', text: ' drie' },
    ]);
  });

  test('without the additions it is the first text, without the removals the second', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom('een', 'twee', ' ', '  ', '\n', '.', 'é'), fc.string({ maxLength: 4 })), {
        maxLength: 30,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(without('added', before, after)).toBe(before);
        expect(without('removed', before, after)).toBe(after);
      }),
    );
  });

  test('alike texts have no change, and very long ones are still answered', () => {
    expect(wordDiff('', '')).toEqual([]);
    expect(wordDiff('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
    const long = (word: string) => Array.from({ length: 4000 }, (_, at) => `${word}${at}`).join(' ');
    expect(wordDiff(long('a'), long('b')).length).toBeGreaterThan(0);
  });
});
