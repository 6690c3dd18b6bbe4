/** Tries that were counted in one place: how many, and when the last one was. */
export interface Tries {
  readonly tries: number;
  readonly lastAt: Date;
}

/** How many tries come without waiting, how many seconds the first wait takes, and how many the longest; waits double. */
export interface Patience {
  readonly free: number;
  readonly firstWait: number;
  readonly longestWait: number;
}

/**
 * Guesses at a password are counted where they come from. A browser in which the person has signed in before has a count
 * of its own, so nobody elsewhere can make it wait. All others share three: one per network, one for all networks
 * together, which bounds what somebody with many networks can guess, and one per network for all accounts together, which
 * slows down who tries one password at many doors. Signing in by mail or passkey is not counted at all.
 */
export const patience = {
  device: { free: 10, firstWait: 30, longestWait: 3600 },
  network: { free: 5, firstWait: 60, longestWait: 6 * 3600 },
  elsewhere: { free: 20, firstWait: 60, longestWait: 3600 },
  allDoors: { free: 60, firstWait: 60, longestWait: 900 },
} as const satisfies Record<string, Patience>;

export type CountedPlace = keyof typeof patience;

/** After a day without a try the count begins anew. */
const forgottenAfter = 86_400;

/** The places whose counts a try belongs to. */
export function placesOf(knownDevice: boolean): readonly CountedPlace[] {
  return knownDevice ? ['device'] : ['network', 'elsewhere', 'allDoors'];
}

/** Seconds to wait after so many tries. */
export function waitAfter(tries: number, { free, firstWait, longestWait }: Patience): number {
  if (tries < free) return 0;
  return Math.min(longestWait, firstWait * 2 ** Math.min(tries - free, 30));
}

/** Seconds that are left to wait at `now`; 0 when a try is allowed. */
export function secondsToWait(counted: Tries | undefined, how: Patience, now: Date): number {
  if (!counted) return 0;
  const passed = (now.getTime() - counted.lastAt.getTime()) / 1000;
  if (passed >= forgottenAfter) return 0;
  return Math.max(0, Math.ceil(waitAfter(counted.tries, how) - Math.max(0, passed)));
}

/** The count after one more try. */
export function withOneMore(counted: Tries | undefined, now: Date): Tries {
  const fresh = !counted || (now.getTime() - counted.lastAt.getTime()) / 1000 >= forgottenAfter;
  return { tries: fresh ? 1 : counted.tries + 1, lastAt: now };
}

/** The most tries that these rules allow in any 24 hours: the free ones, the doubling ones, then one per longest wait. */
export function mostPerDay({ free, firstWait, longestWait }: Patience): number {
  return free + Math.ceil(Math.log2(longestWait / firstWait)) + Math.ceil(forgottenAfter / longestWait) + 1;
}
