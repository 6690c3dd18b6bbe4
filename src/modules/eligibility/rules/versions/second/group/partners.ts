import { businessAngelLimit, ownershipThresholds } from '../parameters.ts';
import type { Holding, HolderKind } from './groupFacts.ts';
import type { LinkedGroups } from './linkedGroups.ts';
import { hasFigures, order, shareOf, type OwnershipGraph } from './ownershipGraph.ts';

/** Kinds of article 3(2): from 25 to 50 % they leave an enterprise autonomous. */
const exemptKinds: readonly HolderKind[] = [
  'university',
  'nonProfitResearch',
  'ventureCapital',
  'businessAngel',
  'publicInvestmentCorporation',
  'institutionalInvestor',
  'regionalDevelopmentFund',
];

/** A group that is partner of the enterprise: all of its figures count for `share` percent. */
export interface PartnerGroup {
  readonly group: string;
  readonly share: number;
  /** The entries that hold or are held themselves, sorted; the others of the group are linked to them. */
  readonly direct: readonly string[];
  /** Which way its widest relation goes. */
  readonly way: 'up' | 'down';
}

/** A holder of 25 to 50 % that counts as no partner, or may not: the investment of a business angel is not known then. */
export interface ExemptHolder {
  readonly id: string;
  readonly held: string;
  readonly share: number;
  readonly certain: boolean;
}

export interface Partners {
  readonly groups: readonly PartnerGroup[];
  readonly exempt: readonly ExemptHolder[];
}

/**
 * The groups that hold 25 % or more of a linked enterprise, or of which the linked enterprises hold 25 % or more, alone or
 * together with what is linked to them (annex, art. 3(2) and 6(2)). Only these: the partners of partners stay out. A group
 * that is partner in several ways counts once, for its highest share. Persons and public bodies are no partners.
 * @param angelsCount what is assumed of a business angel whose investment is not known
 */
export function partnersOf(graph: OwnershipGraph, groups: LinkedGroups, angelsCount: boolean): Partners {
  const own = groups.groupOf(graph.subject);
  const found = new Map<string, PartnerGroup>();
  const exempt: ExemptHolder[] = [];
  const note = (relation: PartnerGroup): void => {
    const before = found.get(relation.group);
    if (!before) return void found.set(relation.group, relation);
    const direct = [...new Set([...before.direct, ...relation.direct])].sort(order);
    found.set(relation.group, { ...(relation.share > before.share ? relation : before), direct });
  };

  for (const member of groups.membersOf(own)) {
    const holders = graph.holdersOf(member).filter(({ holder }) => counts(graph, groups, own, holder));
    for (const [group, holdings] of Map.groupBy(holders, ({ holder }) => groups.groupOf(holder))) {
      const share = shareOf(holdings);
      if (share < ownershipThresholds.partnerFrom) continue;
      const direct = holdings.map(({ holder }) => holder).sort(order);
      const exemption = exemptionOf(graph, member, holdings);
      for (const id of exemption === 'no' ? [] : direct)
        exempt.push({ id, held: member, share, certain: exemption === 'yes' });
      if (exemption === 'no' || (exemption === 'unknown' && angelsCount)) note({ group, share, direct, way: 'up' });
    }
  }

  const downwards = groups
    .membersOf(own)
    .filter((member) => hasFigures(graph.kind(member)))
    .flatMap((member) => graph.heldBy(member))
    .filter(({ held }) => counts(graph, groups, own, held));
  for (const [held, holdings] of [...Map.groupBy(downwards, (holding) => holding.held)].sort(([a], [b]) =>
    order(a, b),
  )) {
    const share = shareOf(holdings);
    if (share >= ownershipThresholds.partnerFrom)
      note({ group: groups.groupOf(held), share, direct: [held], way: 'down' });
  }
  return { groups: [...found.values()].sort((left, right) => order(left.group, right.group)), exempt };
}

const counts = (graph: OwnershipGraph, groups: LinkedGroups, own: string, id: string): boolean =>
  hasFigures(graph.kind(id)) && groups.groupOf(id) !== own;

/** Whether investors of article 3(2) hold it, and only they: then they are no partners, as long as they are not linked. */
function exemptionOf(graph: OwnershipGraph, held: string, holdings: readonly Holding[]): 'yes' | 'no' | 'unknown' {
  const kinds = holdings.map(({ holder }) => graph.kind(holder));
  if (!kinds.every((kind) => exemptKinds.includes(kind))) return 'no';
  return kinds.includes('businessAngel') ? angelsExempt(graph, held) : 'yes';
}

/** Business angels together put less than EUR 1 250 000 into one unquoted enterprise (annex, art. 3(2)(a)). */
function angelsExempt(graph: OwnershipGraph, held: string): 'yes' | 'no' | 'unknown' {
  const angels = graph.holdersOf(held).filter(({ holder }) => graph.kind(holder) === 'businessAngel');
  if (angels.some(({ unquoted }) => unquoted === false)) return 'no';
  const invested = angels.reduce((total, { investedCents }) => total + (investedCents ?? 0), 0);
  if (invested >= businessAngelLimit.underCents) return 'no';
  return angels.some(({ investedCents }) => investedCents === undefined) ? 'unknown' : 'yes';
}
