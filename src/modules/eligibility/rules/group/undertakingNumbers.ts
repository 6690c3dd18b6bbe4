import type { EligibilityFacts } from '../facts.ts';
import { singleUndertaking } from './singleUndertaking.ts';

/** Who counts as one with an enterprise for aid, by enterprise number. */
export interface UndertakingNumbers {
  /** Ten digits each, sorted, that of the enterprise itself among them. */
  readonly numbers: readonly string[];
  /** Entries that count too, but of which no number was given: their aid is known from the declaration only. */
  readonly unnumbered: readonly string[];
}

/**
 * The enterprise numbers of the single undertaking of a decision, by the ownership that was frozen with it on its day. An
 * enterprise that stands alone is one by itself.
 * @param own the number of the enterprise that the decision is about
 */
export function undertakingNumbers(facts: Pick<EligibilityFacts, 'group' | 'date'>, own: string): UndertakingNumbers {
  const { group, date } = facts;
  if (!group) return { numbers: [own], unnumbered: [] };
  const numbers = new Set([own]);
  const unnumbered: string[] = [];
  for (const id of singleUndertaking(group, [], date).members) {
    if (id === group.subject) continue;
    const number = group.enterprises[id]?.number;
    if (number === undefined) unnumbered.push(id);
    else numbers.add(number);
  }
  return { numbers: [...numbers].sort(), unnumbered };
}
