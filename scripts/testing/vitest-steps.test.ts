import { describe, expect, it } from 'vitest';
import { root } from './run-program.ts';
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

  it('tells first what failed, where and why, and then everything', () => {
    const testResults = [
      {
        name: `${root}/src/sum.test.ts`,
        assertionResults: [
          { status: 'passed', fullName: 'sum adds' },
          { status: 'failed', fullName: 'sum of nothing is 0', failureMessages: ['expected 1 to be 0\n at sum.ts:3'] },
        ],
      },
      { name: `${root}/src/broken.test.ts`, message: 'cannot be loaded', assertionResults: [] },
    ];
    expect(countVitest('all of it', 1, { ...report, numFailedTests: 1, success: false, testResults }).report).toBe(
      `src/sum.test.ts > sum of nothing is 0\n  expected 1 to be 0\n   at sum.ts:3\nsrc/broken.test.ts\n  cannot be loaded\nall of it`,
    );
  });
});
