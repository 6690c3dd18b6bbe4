import { describe, expect, test } from 'vitest';
import { answerCase } from '../caseFile/answerCase.ts';
import { CaseRefusal, writtenPath } from '../caseFile/field.ts';
import { refusedCases, table } from './table.testing.ts';

describe('the table of cases', () => {
  test('holds at least 60, each with a name of its own', () => {
    expect(table.length).toBeGreaterThanOrEqual(60);
    expect(new Set([...table, ...refusedCases].map(({ name }) => name)).size).toBe(table.length + refusedCases.length);
  });

  test.each(table)('$name', ({ given, answer, because = [] }) => {
    const answered = answerCase(JSON.parse(JSON.stringify(given)));
    expect(answered).toMatchObject(answer);
    expect(answered.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining([...because]));
    for (const { text, source } of answered.reasons) {
      expect(Object.values(text).every((sentence) => sentence.endsWith('.') || sentence.endsWith('?'))).toBe(true);
      expect(source).not.toBe('');
    }
  });
});

describe('a case that cannot be decided on', () => {
  test.each(refusedCases)('$name', ({ given, field, says }) => {
    const refusal = () => answerCase(JSON.parse(JSON.stringify(given)));
    expect(refusal).toThrow(CaseRefusal);
    try {
      refusal();
    } catch (error) {
      const { path, what, cure } = error as CaseRefusal;
      expect(writtenPath(path)).toBe(field);
      expect(`${what}. ${cure}`).toMatch(says);
      expect(cure).toMatch(/\.$/);
    }
  });
});
