import { ownershipThresholds } from '../parameters.ts';
import type { HolderKind } from './groupFacts.ts';
import { exemptKinds } from './partners.ts';
import { order, shareOf, type OwnershipGraph } from './ownershipGraph.ts';

export interface PublicHolding {
  /** Percent of capital or votes, whichever is higher, that public bodies hold together, directly or through what they control. */
  readonly share: number;
  readonly holders: readonly string[];
  /** From 25 % on an enterprise is no SME, whatever its size. */
  readonly tooMuch: boolean;
}

/** Public by themselves, but exempt up to half (annex, art. 3(2)(a) and (d)): beyond that they control, and the exemption ends. */
const publicByKind: readonly HolderKind[] = ['smallLocalAuthority', 'publicInvestmentCorporation'];

/**
 * Whoever article 3(2) exempts stays so up to half when a public body owns it: article 3(4) leaves these cases out. A public
 * university or a development fund of a region is the rule, not the exception.
 */
const exemptUpToHalf: readonly HolderKind[] = [...exemptKinds, 'smallLocalAuthority'];

/**
 * What public bodies hold of an enterprise, jointly, directly or indirectly (annex, art. 3(4)). Indirectly: through
 * enterprises that they control together, those aside that article 3(2) exempts.
 */
export function publicHolding(graph: OwnershipGraph, subject = graph.subject): PublicHolding {
  const isBody = (id: string) => graph.kind(id) === 'publicBody' || graph.kind(id) === 'localAuthority';
  const isExempt = (id: string) => exemptUpToHalf.includes(graph.kind(id));
  /** Whoever public bodies control, with the bodies at the end of the way. */
  const controlled = new Map<string, ReadonlySet<string>>();
  const bodiesOf = (id: string): ReadonlySet<string> => controlled.get(id) ?? new Set([id]);
  const areAllies = (one: string, other: string): boolean =>
    one === other ||
    graph.member(one).linkedInvestors?.includes(other) === true ||
    graph.member(other).linkedInvestors?.includes(one) === true ||
    [...bodiesOf(one)].some((body) => bodiesOf(other).has(body));
  const holdingsOf = (held: string) => {
    const all = graph.holdersOf(held);
    const exempt = all.filter(
      ({ holder }) => publicByKind.includes(graph.kind(holder)) || (controlled.has(holder) && isExempt(holder)),
    );
    // Those that are linked to each other, or of one body, count together for the end of their exemption.
    const lost = exempt.filter((holding) => {
      const allies = exempt.filter(({ holder }) => areAllies(holder, holding.holder));
      return holding.control === true || shareOf(allies) > ownershipThresholds.partnerUpTo;
    });
    const certain = all.filter(({ holder }) => isBody(holder) || (controlled.has(holder) && !isExempt(holder)));
    return [...certain, ...lost];
  };
  const open = graph.ids.filter((id) => isBody(id) || publicByKind.includes(graph.kind(id)));
  // A list that grows while it is read: whoever becomes controlled may control in turn.
  for (const holder of open)
    for (const { held } of graph.heldBy(holder)) {
      if (controlled.has(held) || isBody(held)) continue;
      const holdings = holdingsOf(held);
      const controls = holdings.some(({ control }) => control === true);
      if (!controls && shareOf(holdings) <= ownershipThresholds.partnerUpTo) continue;
      controlled.set(held, new Set(holdings.flatMap(({ holder: by }) => [...bodiesOf(by)])));
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
