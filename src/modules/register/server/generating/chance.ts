/** Chance that comes out the same on every machine: a stream of numbers from a seed and a place in it. */
export interface Chance {
  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number;
  /** True in this share of the cases. */
  happens(share: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
}

/**
 * Each enterprise draws from a stream of its own, so that every file can tell of it without remembering it.
 * mulberry32 (Tommy Ettinger, public domain), its beginning mixed from seed, subject and number.
 */
export function chanceOf(seed: number, subject: number, number: number): Chance {
  let state =
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(subject + 1, 0xc2b2ae35) ^ Math.imul(number + 1, 0x27d4eb2f);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (below) => Math.floor(next() * below),
    happens: (share) => next() < share,
    pick: (values) => values[Math.floor(next() * values.length)]!,
  };
}
