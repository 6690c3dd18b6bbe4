import { isPerson, isPublic, order, percent, shareOf, type OwnershipGraph } from './ownershipGraph.ts';
import type { Holding } from './groupFacts.ts';

/** How two entries came to be linked. */
export type LinkRule = 'majority' | 'control' | 'jointMajority' | 'linkedInvestors' | 'merged';

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly rule: LinkRule;
}

export interface LinkedGroups {
  /** The entry that stands for the whole group. */
  readonly groupOf: (id: string) => string;
  readonly membersOf: (group: string) => readonly string[];
  /** Sorted. Every group can be walked from any of its members over these. */
  readonly links: readonly Link[];
}

/** What makes one holder control an enterprise, alone or with those who are in one group with it. */
export interface ControlRule {
  /** Holds and is held in links. */
  readonly conducts: (id: string) => boolean;
  readonly majority: (holdings: readonly Holding[]) => boolean;
}

/** More than half of capital or votes (annex, art. 3(3)(a); exactly half is a partner). */
export const smeMajority = (holdings: readonly Holding[]): boolean => shareOf(holdings) > 50;

/** More than half of the votes: Regulation (EU) 2023/2831, art. 2(2)(a), knows no capital. */
export const voteMajority = (holdings: readonly Holding[]): boolean =>
  percent(holdings.reduce((total, { votes }) => total + votes, 0)) > 50;

/**
 * Puts everything that is linked, directly or through others, into groups: control links, majorities, holders that are
 * linked to each other, and majorities that such a group holds together. Ends, also with cycles: every round makes a group less.
 */
export function linkedGroups(graph: OwnershipGraph, rule: ControlRule): LinkedGroups {
  const parent = new Map<string, string>(graph.ids.map((id) => [id, id]));
  const find = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = id; at !== root;) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  const links: Link[] = [];
  const link = (from: string, to: string, how: LinkRule): void => {
    links.push({ from, to, rule: how });
    const [one, other] = [find(from), find(to)].sort(order) as [string, string];
    parent.set(other, one);
  };
  const known = new Set(graph.ids);

  for (const id of graph.ids)
    for (const other of graph.member(id).linkedInvestors ?? [])
      if (other !== id && known.has(other) && rule.conducts(id) && rule.conducts(other))
        link(...([id, other].sort(order) as [string, string]), 'linkedInvestors');
  for (const { kind, from, into } of graph.events)
    if (kind === 'merger')
      for (const id of from)
        for (const { id: to } of into)
          if (id !== to && known.has(id) && known.has(to) && rule.conducts(id) && rule.conducts(to))
            link(to, id, 'merged');

  const counted = graph.holdings.filter(({ holder, held }) => rule.conducts(holder) && rule.conducts(held));
  for (const holding of counted)
    if (holding.control === true) link(holding.holder, holding.held, 'control');
    else if (rule.majority([holding])) link(holding.holder, holding.held, 'majority');
  joinMajorities(counted, rule, find, link);

  const groups = Map.groupBy(graph.ids, find);
  const once = new Map(links.map((each) => [`${each.from}\n${each.to}\n${each.rule}`, each]));
  return {
    groupOf: find,
    membersOf: (group) => groups.get(group) ?? [],
    links: [...once].sort(([left], [right]) => order(left, right)).map(([, each]) => each),
  };
}

/** A group that holds a majority together controls as one; that may make the next majority, so until nothing changes. */
function joinMajorities(
  counted: readonly Holding[],
  rule: ControlRule,
  find: (id: string) => string,
  link: (from: string, to: string, how: LinkRule) => void,
): void {
  const byHeld = [...Map.groupBy(counted, ({ held }) => held)].filter(([, holdings]) => holdings.length > 1);
  for (let again = true; again;) {
    again = false;
    for (const [held, holdings] of byHeld)
      for (const [group, joint] of Map.groupBy(holdings, ({ holder }) => find(holder)))
        if (joint.length > 1 && group !== find(held) && rule.majority(joint)) {
          for (const { holder } of joint) link(holder, held, 'jointMajority');
          again = true;
        }
  }
}

/** The last step towards an entry: where it came from, and by which link. */
export interface Step {
  readonly from: string;
  readonly rule: LinkRule;
}

/** The last step of the way from an entry to each of its group, over the fewest links; undefined for the entry itself. */
export function waysOver(links: readonly Link[]): (start: string) => ReadonlyMap<string, Step | undefined> {
  const beside = new Map<string, Link[]>();
  for (const each of links)
    for (const id of [each.from, each.to]) {
      const known = beside.get(id);
      if (known) known.push(each);
      else beside.set(id, [each]);
    }
  return (start) => {
    const steps = new Map<string, Step | undefined>([[start, undefined]]);
    // A map that grows while it is read: breadth first.
    for (const at of steps.keys())
      for (const each of beside.get(at) ?? []) {
        const next = each.from === at ? each.to : each.from;
        if (!steps.has(next)) steps.set(next, { from: at, rule: each.rule });
      }
    return steps;
  };
}

/**
 * Who links enterprises for the size: every enterprise and investor, and a person only where the enterprises are active on
 * the same market or on adjacent ones (annex, art. 3(3), fourth subparagraph). Persons who act jointly are one.
 */
export function smeControl(graph: OwnershipGraph, unknownPersonsLink: boolean): ControlRule {
  const market = marketOfPersons(graph);
  return {
    conducts: (id) => !isPublic(graph.kind(id)) && (!isPerson(graph.kind(id)) || (market(id) ?? unknownPersonsLink)),
    majority: smeMajority,
  };
}

/** Whether a person, or the persons acting jointly with it, are on one market; undefined when nobody said. */
export function marketOfPersons(graph: OwnershipGraph): (id: string) => boolean | undefined {
  const jointly = new Map<string, Set<string>>();
  for (const id of graph.ids)
    for (const other of graph.member(id).linkedInvestors ?? [])
      if (isPerson(graph.kind(id)) && isPerson(graph.kind(other)))
        for (const [one, two] of [
          [id, other],
          [other, id],
        ] as const)
          jointly.set(one, (jointly.get(one) ?? new Set()).add(two));
  return (id) => {
    const seen = new Set([id]);
    for (const at of seen) for (const next of jointly.get(at) ?? []) seen.add(next);
    const said = [...seen].map((each) => graph.member(each).adjacentMarket);
    return said.includes(true) ? true : said.includes(undefined) ? undefined : false;
  };
}
