/**
 * What a fixture expects: numbers, null for what does not exist, lists and records of these. A number as text is one that
 * a program printed rounded: it is met to half a unit of its last digit.
 */
export type Expected = number | string | null | readonly Expected[] | { readonly [key: string]: Expected };

export interface Case {
  /** The function of ours that is tried. */
  readonly function: string;
  readonly data: string;
  /** Largest relative difference that counts as equal. */
  readonly tolerance: number;
  readonly input: unknown;
  readonly expected: Expected;
}

export interface Fixture {
  /** The program and version that made it. */
  readonly source: string;
  readonly cases: readonly Case[];
}

export interface Agreement {
  /** Numbers compared. */
  readonly values: number;
  /** The largest relative difference among them. */
  readonly largest: number;
  /** One line for each number that differs by more than the tolerance. */
  readonly differing: readonly string[];
}

/** A difference as small as this from an expected 0 is rounding. */
const smallest = 1e-13;
/** Below it doubles have fewer digits than elsewhere. */
const tiniest = 1e-290;

/** Compares what came out with what was expected, key by key; undefined stands for null. */
export function agreementOf(expected: Expected, actual: unknown, tolerance: number): Agreement {
  let values = 0;
  let largest = 0;
  const differing: string[] = [];
  const visit = (want: Expected, got: unknown, path: string): void => {
    if (want === null) {
      values++;
      if (got !== undefined) differing.push(`${path}: ${JSON.stringify(got)} where nothing was expected`);
    } else if (typeof want === 'number') {
      values++;
      if (typeof got !== 'number' || Number.isNaN(got)) {
        differing.push(`${path}: ${String(got)} for ${want}`);
        return;
      }
      const distance = Math.abs(got - want);
      const difference =
        want === 0 ? (distance < smallest ? 0 : Infinity) : distance / Math.max(Math.abs(want), tiniest);
      largest = Math.max(largest, difference);
      if (!(difference <= tolerance)) differing.push(`${path}: ${got} for ${want} (${difference.toExponential(1)})`);
    } else if (typeof want === 'string') {
      values++;
      const half = 0.5 * 10 ** -(want.split('.')[1] ?? '').length;
      const distance = typeof got === 'number' ? Math.abs(got - Number(want)) : Number.NaN;
      // A hair more than half: the program rounded a number with its own last digit.
      if (!(distance <= half * 1.01)) differing.push(`${path}: ${String(got)} for the printed ${want}`);
    } else if (Array.isArray(want)) {
      const list = got as ArrayLike<unknown> | undefined;
      if (list?.length !== want.length) differing.push(`${path}: ${list?.length} values for ${want.length}`);
      else want.forEach((one: Expected, index) => visit(one, list[index], `${path}[${index}]`));
    } else {
      for (const [key, one] of Object.entries(want))
        visit(one, (got as Record<string, unknown> | undefined)?.[key], path ? `${path}.${key}` : key);
    }
  };
  visit(expected, actual, '');
  return { values, largest, differing };
}
