import { foldName, squeezeName, wordsOf } from './foldName.ts';
import { slipsBetween, type Sought } from './searchQuery.ts';

export interface Candidate {
  readonly enterprise: string;
  readonly name: string;
}

/**
 * The enterprises behind the names that were found, best first: names that begin as typed, then those with the fewest slips,
 * then the shortest. An enterprise counts once, by its best name.
 */
export function rankNames<Found extends Candidate>(
  { words, squeezed }: Extract<Sought, { kind: 'name' }>,
  found: readonly Found[],
  atMost: number,
): Found[] {
  const scored = found.map((candidate) => {
    const folded = foldName(candidate.name);
    const own = wordsOf(folded);
    const slips = words.reduce((sum, word) => {
      if (own.some((one) => one === word || one.startsWith(word))) return sum;
      return sum + Math.min(2, ...own.map((one) => slipsBetween(word, one)));
    }, 0);
    const begins = squeezed !== '' && squeezeName(folded).startsWith(squeezed);
    return { candidate, folded, order: [begins ? 0 : 1, slips, folded.length] as const };
  });
  scored.sort(
    (one, other) =>
      one.order[0] - other.order[0] ||
      one.order[1] - other.order[1] ||
      one.order[2] - other.order[2] ||
      (one.folded < other.folded ? -1 : one.folded > other.folded ? 1 : 0) ||
      (one.candidate.enterprise < other.candidate.enterprise ? -1 : 1),
  );
  const best = new Map<string, Found>();
  for (const { candidate } of scored) {
    if (best.size === atMost) break;
    if (!best.has(candidate.enterprise)) best.set(candidate.enterprise, candidate);
  }
  return [...best.values()];
}
