import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entryFilters, filterWords } from './entryKinds.ts';
import { hasWords } from './findWords.ts';
import { filterQuery, isNarrowed } from './timelineFilters.ts';

/** The kinds of lines that the modules add, as they stand in the code. */
const kinds = globSync('src/modules/*/server/**/*.ts')
  .filter((file) => !/\.(test|testing)\.ts$/.test(file))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/addTimelineEntry\([^;]*?kind: '([^']+)'/gs)].map(([, kind]) => kind!),
  );

describe('what a timeline can be narrowed to', () => {
  test('every kind of line that a module adds is found by something else than everything', () => {
    expect(kinds.length).toBeGreaterThan(20);
    const words = Object.values(filterWords).flat();
    expect(kinds.filter((kind) => !words.some((word) => kind.toLowerCase().includes(word)))).toEqual([]);
  });

  test('the address says what is chosen and nothing else', () => {
    expect(filterQuery({ show: 'everything' })).toBe('');
    expect(filterQuery({ show: 'sessions', words: 'een & twee' }, { after: 'x' })).toBe(
      'show=sessions&words=een+%26+twee&after=x',
    );
    expect(isNarrowed({ show: 'sessions' })).toBe(false);
    expect(isNarrowed({ show: 'everything', from: '2026-01-01' })).toBe(true);
  });

  test('each choice comes back from the address as it went in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entryFilters), fc.string({ minLength: 1 }), (show, words) => {
        const back = new URLSearchParams(filterQuery({ show, words }));
        expect(back.get('show') ?? 'everything').toBe(show);
        expect(back.get('words')).toBe(words);
      }),
    );
  });
});

describe('words in a line', () => {
  test('all of them must be there, in any order, without accents and capitals', () => {
    expect(hasWords('Zoë plande een sessie', 'SESSIE zoe')).toBe(true);
    expect(hasWords('Zoë plande een sessie', 'sessie ann')).toBe(false);
  });
});
