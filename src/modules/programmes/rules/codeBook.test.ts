import { describe, expect, test } from 'vitest';
import { locales } from '#shared/localised.ts';
import { codeBook, codeIds, codeLabel, codesOf, isCode, label, type CodeList } from './codeBook.ts';

const lists = Object.keys(codeBook) as CodeList[];

describe('the code book', () => {
  test.each(lists)('%s has unique ids that a form accepts and words in every language', (list) => {
    const codes = codesOf(list);
    expect(codes.length).toBeGreaterThan(1);
    expect(new Set(codes.map((code) => code.id)).size).toBe(codes.length);
    for (const code of codes) {
      expect(code.id).toMatch(/^[a-z0-9][a-z0-9_.-]{0,59}$/);
      for (const locale of locales) expect(label(code, locale).trim()).not.toBe('');
    }
    for (const locale of locales) expect(new Set(codes.map((code) => label(code, locale))).size).toBe(codes.length);
  });

  test('knows the five base conditions and the fifteen themes of the domain', () => {
    expect(codeBook.baseConditions).toHaveLength(5);
    expect(codeIds('needThemes').length).toBeGreaterThanOrEqual(15);
  });

  test('shows an id from a later version as it is', () => {
    expect(codeLabel('motives', 'growth', 'nl')).toBe('We groeien');
    expect(codeLabel('motives', 'from_the_future', 'nl')).toBe('from_the_future');
    expect(isCode('motives', 'growth')).toBe(true);
    expect(isCode('motives', 'toString')).toBe(false);
  });
});
