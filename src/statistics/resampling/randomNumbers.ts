/** A stream of random numbers that a seed decides wholly. */
export interface RandomNumbers {
  /** A number from 0 up to, not including, 1, with 53 random bits. */
  uniform(): number;
  /** A whole number from 0 up to, not including, `below` (at most 2³²), each as likely. */
  whole(below: number): number;
  /** A standard normal number. */
  normal(): number;
}

/**
 * The generator sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state, fast, passes the usual test batteries. The same
 * seed gives the same stream on every machine.
 */
export function randomNumbers(seed: number): RandomNumbers {
  let a = seed | 0;
  let b = (seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round++) next();
  const uniform = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  return {
    uniform,
    whole(below) {
      // Numbers beyond the last whole multiple are thrown back, so that none is favoured.
      const limit = 2 ** 32 - (2 ** 32 % below);
      for (;;) {
        const drawn = next();
        if (drawn < limit) return drawn % below;
      }
    },
    normal() {
      for (;;) {
        const x = 2 * uniform() - 1;
        const y = 2 * uniform() - 1;
        const square = x * x + y * y;
        if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
      }
    },
  };
}
