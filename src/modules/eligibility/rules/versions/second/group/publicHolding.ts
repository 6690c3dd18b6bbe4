import { ownershipThresholds } from '../parameters.ts';
import type { HolderKind } from './groupFacts.ts';
import { order, shareOf, type OwnershipGraph } from './ownershipGraph.ts';

export interface PublicHolding {
  /** Percent of capital or votes, whichever is higher, that public bodies hold together, directly or through what they control. */
  readonly share: number;
  readonly holders: readonly string[];
  /** From 25 % on an enterprise is no SME, whatever its size. */
  readonly tooMuch: boolean;
}

/** Public too, but exempt up to half (annex, art. 3(2)(a) and (d)): beyond that they control, and the exemption ends. */
const exemptUpToHalf: readonly HolderKind[] = ['smallLocalAuthority', 'publicInvestmentCorporation'];

/**
 * What public bodies hold of an enterprise, jointly, directly or indirectly (annex, art. 3(4)). Indirectly: through
 * enterprises that they control together.
 */
export function publicHolding(graph: OwnershipGraph, subject = graph.subject): PublicHolding {
  const isBody = (id: string) => graph.kind(id) === 'publicBody' || graph.kind(id) === 'localAuthority';
  const controlled = new Set<string>();
  const holdingsOf = (held: string) => {
    const all = graph.holdersOf(held);
    const small = all.filter(({ holder }) => exemptUpToHalf.includes(graph.kind(holder)));
    // Those that are linked to each other count together for the end of their exemption.
    const lost = small.filter((holding) => {
      const allies = small.filter(
        ({ holder }) =>
          holder === holding.holder ||
          graph.member(holder).linkedInvestors?.includes(holding.holder) ||
          graph.member(holding.holder).linkedInvestors?.includes(holder),
      );
      return holding.control === true || shareOf(allies) > ownershipThresholds.partnerUpTo;
    });
    const certain = all.filter(
      ({ holder }) => isBody(holder) || (controlled.has(holder) && !exemptUpToHalf.includes(graph.kind(holder))),
    );
    return [...certain, ...lost];
  };
  const open = graph.ids.filter((id) => isBody(id) || exemptUpToHalf.includes(graph.kind(id)));
  // A list that grows while it is read: whoever becomes controlled may control in turn.
  for (const holder of open)
    for (const { held } of graph.heldBy(holder)) {
      if (controlled.has(held) || isBody(held)) continue;
      const holdings = holdingsOf(held);
      const controls = holdings.some(({ control }) => control === true);
      if (!controls && shareOf(holdings) <= ownershipThresholds.partnerUpTo) continue;
      controlled.add(held);
      open.push(held);
    }
  const holdings = holdingsOf(subject);
  const share = shareOf(holdings);
  const controls = holdings.some(({ control }) => control === true);
  return {
    share,
    holders: holdings.map(({ holder }) => holder).sort(order),
    tooMuch: controls || share >= ownershipThresholds.publicFrom,
  };
}
