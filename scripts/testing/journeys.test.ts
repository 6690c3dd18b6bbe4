import { expect, it } from 'vitest';
import { countJourneys } from './journeys.ts';

const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };

it('journeys that all pass are counted', () => {
  expect(countJourneys('', 0, { stats, errors: [] })).toEqual({ passed: 4, failed: 0, report: undefined });
});

it.each([
  ['one failed', 1, { stats: { ...stats, unexpected: 1 }, errors: [] }, 1],
  ['one passed the second time', 0, { stats: { ...stats, flaky: 1 }, errors: [] }, 1],
  ['one was skipped', 0, { stats: { ...stats, skipped: 1 }, errors: [] }, 1],
  ['there were none', 0, { stats: { ...stats, expected: 0 }, errors: [] }, 1],
  ['the server did not start', 1, { stats, errors: [{ message: 'x' }] }, 1],
  ['the run broke off', 1, null, 1],
])('a run of journeys has failed when %s', (_what, code, report, failures) => {
  expect(countJourneys('said', code, report)).toMatchObject({ failed: failures, report: 'said' });
});
