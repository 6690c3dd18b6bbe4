import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mostPerDay,
  patience,
  placesOf,
  secondsToWait,
  waitAfter,
  withOneMore,
  type CountedPlace,
  type Tries,
} from './patience.ts';

const begin = Date.UTC(2026, 10, 2, 8);
const at = (seconds: number) => new Date(begin + seconds * 1000);

/** The counts of one account, as the store keeps them: a try that must wait changes nothing. */
function account() {
  const counts = new Map<string, Tries>();
  const key = (place: CountedPlace, from: string) => (place === 'elsewhere' ? place : `${place} ${from}`);
  const wait = (from: string, known: boolean, now: Date) =>
    Math.max(...placesOf(known).map((place) => secondsToWait(counts.get(key(place, from)), patience[place], now)));
  return {
    wait,
    /** True when the guess was looked at. */
    guess(from: string, known: boolean, now: Date): boolean {
      if (wait(from, known, now) > 0) return false;
      for (const place of placesOf(known)) counts.set(key(place, from), withOneMore(counts.get(key(place, from)), now));
      return true;
    },
  };
}

/** Guesses by somebody elsewhere: from which of many networks, and how long after the one before. */
const attack = fc.array(fc.record({ network: fc.nat({ max: 400 }), after: fc.nat({ max: 900 }) }), {
  minLength: 50,
  maxLength: 1500,
});

describe('patience with guesses at a password', () => {
  test('an attacker from elsewhere never makes a known device wait, however often and from however many networks', () => {
    fc.assert(
      fc.property(attack, (guesses) => {
        const victim = account();
        let time = 0;
        for (const { network, after } of guesses) {
          victim.guess(`network ${network}`, false, at((time += after)));
          expect(victim.wait('the victim’s laptop', true, at(time))).toBe(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the guesses that are looked at in any day are bounded, from however many networks they come', () => {
    const bound = mostPerDay(patience.elsewhere);
    expect(bound).toBeLessThan(60);
    fc.assert(
      fc.property(attack, (guesses) => {
        const victim = account();
        const looked: number[] = [];
        let time = 0;
        for (const { network, after } of guesses)
          if (victim.guess(`network ${network}`, false, at((time += after)))) looked.push(time);
        for (const start of looked)
          expect(looked.filter((moment) => moment >= start && moment < start + 86_400).length).toBeLessThanOrEqual(
            bound,
          );
      }),
      { numRuns: 30 },
    );
  });

  test.each(Object.entries(patience))(
    'whoever guesses as soon as it is allowed stays within the bound: %s',
    (_, how) => {
      let counted: Tries | undefined;
      let looked = 0;
      for (let second = 0; second < 86_400;) {
        const wait = secondsToWait(counted, how, at(second));
        if (wait > 0) second += wait;
        else {
          counted = withOneMore(counted, at(second));
          looked += 1;
        }
      }
      expect(looked).toBeLessThanOrEqual(mostPerDay(how));
    },
  );

  test('a few slips cost no waiting, and waits only grow until the longest', () => {
    for (const how of Object.values(patience)) {
      expect(waitAfter(4, how)).toBe(0);
      fc.assert(
        fc.property(fc.nat({ max: 10_000 }), (tries) => {
          expect(waitAfter(tries + 1, how)).toBeGreaterThanOrEqual(waitAfter(tries, how));
          expect(waitAfter(tries, how)).toBeLessThanOrEqual(how.longestWait);
        }),
      );
    }
  });

  test('after a quiet day everything is forgotten, and a clock that goes back makes nobody wait longer', () => {
    const counted = { tries: 500, lastAt: at(0) };
    expect(secondsToWait(counted, patience.elsewhere, at(86_400))).toBe(0);
    expect(withOneMore(counted, at(86_400)).tries).toBe(1);
    expect(secondsToWait(counted, patience.elsewhere, at(-5000))).toBe(patience.elsewhere.longestWait);
  });
});
