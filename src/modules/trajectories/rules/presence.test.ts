import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goneAfterSeconds, othersHere, saidEverySeconds } from './presence.ts';

const now = new Date('2026-11-22T10:00:00Z');
const page = fc.record({
  person: fc.constantFrom('els', 'ward', 'an', 'me'),
  section: fc.constantFrom('', 'goals', 'cost'),
  seenAt: fc.integer({ min: 0, max: 120 }).map((seconds) => new Date(now.getTime() - seconds * 1000)),
});

test('everybody else whose browser said something of late is here, once, and nobody else', () =>
  fc.assert(
    fc.property(fc.array(page), (pages) => {
      const here = othersHere(pages, 'me', now).map(({ person }) => person);
      const late = (person: string) =>
        pages.some((one) => one.person === person && now.getTime() - one.seenAt.getTime() <= goneAfterSeconds * 1000);
      expect(here).toEqual(['an', 'els', 'ward'].filter(late));
    }),
  ));

test('with two pages open somebody is where they were seen last', () => {
  const at = (seconds: number, section: string) => ({
    person: 'els',
    section,
    seenAt: new Date(now.getTime() - seconds * 1000),
  });
  for (const pages of [
    [at(5, 'goals'), at(20, 'cost')],
    [at(20, 'cost'), at(5, 'goals')],
  ])
    expect(othersHere(pages, 'me', now)).toEqual([at(5, 'goals')]);
});

test('a browser may miss one of its turns', () => expect(goneAfterSeconds).toBeGreaterThan(2 * saidEverySeconds));
