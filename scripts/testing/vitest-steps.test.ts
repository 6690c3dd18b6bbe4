import { describe, expect, it } from 'vitest';
import { countVitest } from './vitest-steps.ts';

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, success: true };

describe('the count of a test run', () => {
  it('is what passed when all went well', () => {
    expect(countVitest('', 0, report)).toEqual({ passed: 5, failed: 0, report: undefined });
  });

  it.each([
    ['tests failed', 1, { ...report, numFailedTests: 2, success: false }, 2],
    ['tests were skipped', 0, { ...report, numPendingTests: 1 }, 1],
    ['a file could not be loaded', 1, { ...report, success: false }, 1],
    ['nothing was run', 0, { ...report, numPassedTests: 0 }, 1],
    ['the run broke off', 1, null, 1],
  ])('has failures when %s', (_what, code, counted, failures) => {
    expect(countVitest('what it said', code, counted)).toMatchObject({
      failed: failures,
      report: expect.stringContaining('what it said'),
    });
  });
});
