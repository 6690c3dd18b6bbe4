import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerTo, topicsOf, waitBefore, waitToConnect } from './following.ts';

test('a page about one thing follows that thing, and lists and homes follow everything in sight', () => {
  expect(topicsOf('/trajectories/t1/plan', { trajectory: 't1' })).toEqual(['trajectory:t1']);
  expect(topicsOf('/enterprises/e1', { enterprise: 'e1' })).toEqual(['enterprise:e1']);
  expect(topicsOf('/leads/l1', { lead: 'l1' })).toEqual(['lead:l1']);
  for (const path of ['/home', '/leads', '/enterprises', '/trajectories', '/sessions', '/attention'])
    expect(topicsOf(path, {})).toEqual(['mine']);
  for (const path of ['/account', '/', '/accessibility', '/account/tokens']) expect(topicsOf(path, {})).toEqual([]);
});

test('what somebody types is never read over: the page waits for them, unless the form merges both by itself', () => {
  for (const merges of [true, false])
    for (const refused of [true, false]) {
      expect(answerTo({ typed: true, refused, merges })).toBe('offer');
      expect(answerTo({ typed: false, refused, merges })).toBe(refused && !merges ? 'offer' : 'refresh');
    }
});

test('changes that come together are read once, and an overview is read at most once in five seconds', () =>
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(1e6), (readAt, later) => {
      const now = readAt + later;
      expect(waitBefore(['trajectory:t1'], readAt, now)).toBe(250);
      const wait = waitBefore(['mine'], readAt, now);
      expect(wait).toBeGreaterThanOrEqual(250);
      expect(now + wait - readAt).toBeGreaterThanOrEqual(5000);
      expect(wait).toBeLessThanOrEqual(5000);
    }),
  ));

test('whoever is refused asks again later and later, never at once and never after more than a minute', () =>
  fc.assert(
    fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const wait = waitToConnect(failures, chance);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(60_000);
      expect(waitToConnect(failures + 1, chance)).toBeGreaterThanOrEqual(wait);
    }),
  ));
