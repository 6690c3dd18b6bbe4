import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecentEvents } from './recent.ts';

const event = (id: string) => ({ id, what: 'changed', kind: '', subject: '', place: {} }) as const;
const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 });

test('whoever comes back hears each event since then once and in order, or is told that it is not known', () =>
  fc.assert(
    fc.property(ids, fc.nat(39), fc.integer({ min: 1, max: 40 }), (all, place, most) => {
      const at = place % all.length;
      const recent = new RecentEvents(most);
      for (const id of all) recent.add(event(id));
      const missed = recent.after(all[at]!)?.map(({ id }) => id) ?? null;
      expect(missed).toEqual(all.length - at <= most ? all.slice(at + 1) : null);
      expect(recent.after(recent.position)).toEqual([]);
    }),
  ));

test('two processes that heard the same since a while give the same answer, though one began later', () =>
  fc.assert(
    fc.property(ids, fc.nat(39), (all, place) => {
      const began = place % all.length;
      const [first, second] = [new RecentEvents(100), new RecentEvents(100)];
      for (const [at, id] of all.entries()) {
        first.add(event(id));
        if (at >= began) second.add(event(id));
      }
      expect(second.position).toBe(first.position);
      for (const id of all.slice(began)) expect(second.after(id)).toEqual(first.after(id));
    }),
  ));

test('an event that is heard twice is kept once, and after an interruption nothing from before is known', () => {
  const recent = new RecentEvents(10);
  recent.add(event('a'));
  recent.add(event('b'));
  recent.add(event('a'));
  expect(recent.after('a')?.map(({ id }) => id)).toEqual(['b']);
  recent.forget();
  expect(recent.position).toBe('');
  expect(recent.after('a')).toBeNull();
  expect(recent.after('')).toBeNull();
});
