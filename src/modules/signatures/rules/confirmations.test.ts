import { expect, test } from 'vitest';
import { standingOf } from './confirmations.ts';

test('a document is complete when both sides confirmed the same content', () => {
  expect(
    standingOf('a', [
      { party: 'enterprise', hash: 'a' },
      { party: 'guide', hash: 'a' },
    ]),
  ).toEqual({ confirmed: ['enterprise', 'guide'], missing: [], complete: true });
});

test('a confirmation of other words does not count', () => {
  expect(
    standingOf('b', [
      { party: 'enterprise', hash: 'a' },
      { party: 'guide', hash: 'b' },
    ]),
  ).toEqual({ confirmed: ['guide'], missing: ['enterprise'], complete: false });
});

test('an agreement that only the enterprise signs is complete with the enterprise alone', () => {
  expect(standingOf('a', [{ party: 'enterprise', hash: 'a' }], ['enterprise']).complete).toBe(true);
});
