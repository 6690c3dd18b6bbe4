import { expect, test } from 'vitest';
import { mostAttempts, nextTry } from './events.ts';

const now = new Date('2026-11-21T12:00:00Z');

test('what fails is tried again, later each time, and in the end no more', () => {
  let before = 0;
  for (let attempts = 1; attempts < mostAttempts; attempts++) {
    const wait = nextTry(attempts, now)!.getTime() - now.getTime();
    expect(wait).toBeGreaterThan(before);
    before = wait;
  }
  expect(nextTry(mostAttempts, now)).toBeNull();
});
