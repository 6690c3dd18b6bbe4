import { waysOver, type LinkedGroups, type LinkRule, type Step } from './linkedGroups.ts';
import { hasFigures, isPerson, isPublic, order, shareOf, type OwnershipGraph } from './ownershipGraph.ts';
import type { Partners } from './partners.ts';

/** What an entry is to the enterprise. Only the first four have figures that count. */
export type RoleKind =
  | 'subject'
  | 'linked'
  | 'partner'
  | 'linkedToPartner'
  /** A person through whom enterprises are linked. */
  | 'linkingPerson'
  | 'exemptInvestor'
  | 'publicBody'
  | 'notCounted';

/** The rule by which it has that role; each has a sentence and a legal source. */
export type RoleRule =
  | 'subject'
  | LinkRule
  | 'partnerUp'
  | 'partnerDown'
  | 'exemptInvestor'
  | 'publicBody'
  | 'personOtherMarket'
  | 'personNoEnterprise'
  | 'below25'
  | 'partnerOfPartner'
  | 'unrelated';

export interface Role {
  readonly id: string;
  readonly role: RoleKind;
  readonly rule: RoleRule;
  /** Percent of its figures that counts; 0 for who does not count. */
  readonly share: number;
  /** The entry before it on the way from the enterprise; undefined for the enterprise itself and for what has no way to it. */
  readonly via: string | undefined;
}

/** Says of every entry of the graph why it counts, or why not. */
export function rolesOf(graph: OwnershipGraph, groups: LinkedGroups, partners: Partners): readonly Role[] {
  const ways = waysOver(groups.links);
  const steps = new Map(ways(graph.subject));
  const partnerOf = new Map(partners.groups.map((partner) => [partner.group, partner]));
  for (const { direct } of partners.groups)
    for (const id of direct) if (!steps.has(id)) for (const [to, step] of ways(id)) steps.set(to, step);
  const exempt = new Map(partners.exempt.map((holder) => [holder.id, holder]));
  const own = groups.groupOf(graph.subject);

  return graph.ids.map((id): Role => {
    const group = groups.groupOf(id);
    const partner = partnerOf.get(group);
    const step = steps.get(id);
    if (id === graph.subject) return { id, role: 'subject', rule: 'subject', share: 100, via: undefined };
    if (group === own) return { id, ...linkedAs(graph, id, step), share: hasFigures(graph.kind(id)) ? 100 : 0 };
    if (partner?.direct.includes(id))
      return {
        id,
        role: 'partner',
        rule: partner.way === 'up' ? 'partnerUp' : 'partnerDown',
        share: partner.share,
        via: beside(graph, id).find((other) => groups.groupOf(other.id) === own)?.id,
      };
    if (partner) {
      const as = linkedAs(graph, id, step);
      const counts = hasFigures(graph.kind(id));
      return { id, ...as, role: counts ? 'linkedToPartner' : as.role, share: counts ? partner.share : 0 };
    }
    return { id, share: 0, ...outside(graph, groups, id, { own, exempt, partners: partnerOf }) };
  });
}

function linkedAs(
  graph: OwnershipGraph,
  id: string,
  step: Step | undefined,
): { readonly role: RoleKind; readonly rule: RoleRule; readonly via: string | undefined } {
  const role = isPerson(graph.kind(id)) ? 'linkingPerson' : 'linked';
  return { role, rule: step?.rule ?? 'linkedInvestors', via: step?.from };
}

interface Around {
  readonly own: string;
  readonly exempt: ReadonlyMap<string, { readonly held: string }>;
  readonly partners: ReadonlyMap<string, unknown>;
}

/** Why somebody does not count. */
function outside(
  graph: OwnershipGraph,
  groups: LinkedGroups,
  id: string,
  { own, exempt, partners }: Around,
): Pick<Role, 'role' | 'rule' | 'via'> {
  const investor = exempt.get(id);
  if (investor) return { role: 'exemptInvestor', rule: 'exemptInvestor', via: investor.held };
  const others = beside(graph, id);
  const near = others.find((other) => groups.groupOf(other.id) === own);
  if (near) {
    const kind = graph.kind(id);
    if (isPublic(kind)) return { role: 'publicBody', rule: 'publicBody', via: near.id };
    if (isPerson(kind))
      return {
        role: 'notCounted',
        rule: near.share > 50 ? 'personOtherMarket' : 'personNoEnterprise',
        via: near.id,
      };
    return { role: 'notCounted', rule: 'below25', via: near.id };
  }
  const further = others.find((other) => partners.has(groups.groupOf(other.id)));
  if (further) return { role: 'notCounted', rule: 'partnerOfPartner', via: further.id };
  return { role: 'notCounted', rule: 'unrelated', via: undefined };
}

/** What it holds and what holds it, the widest holding first. */
function beside(graph: OwnershipGraph, id: string): readonly { readonly id: string; readonly share: number }[] {
  return [
    ...graph.heldBy(id).map((holding) => ({ id: holding.held, share: shareOf([holding]) })),
    ...graph.holdersOf(id).map((holding) => ({ id: holding.holder, share: shareOf([holding]) })),
  ].sort((left, right) => right.share - left.share || order(left.id, right.id));
}
