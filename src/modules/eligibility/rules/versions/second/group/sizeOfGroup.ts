import type { PlainDate } from '#shared/dates.ts';
import { sizeOfYears, type SizeResult } from '../sizeClass.ts';
import type { GroupFacts } from './groupFacts.ts';
import { accountsOf, groupYears, type Counted, type GroupYear, type MissingFigure } from './groupFigures.ts';
import { linkedGroups, marketOfPersons, smeControl, type LinkedGroups } from './linkedGroups.ts';
import { isPerson, order, ownershipGraph, type OwnershipGraph } from './ownershipGraph.ts';
import { partnersOf, type ExemptHolder, type Partners } from './partners.ts';
import { publicHolding, type PublicHolding } from './publicHolding.ts';
import { rolesOf, type Role } from './roles.ts';

/** What is not known about the ownership and could change the size. */
export type OpenQuestion =
  { readonly about: 'personMarket'; readonly id: string } | { readonly about: 'angelInvestment'; readonly id: string };

/** The size of an enterprise with all that counts with it. */
export interface GroupSize {
  readonly size: SizeResult;
  /** Oldest first; the last is what the totals show. */
  readonly years: readonly GroupYear[];
  readonly autonomous: boolean;
  readonly linked: readonly string[];
  readonly partners: readonly { readonly id: string; readonly share: number }[];
  /** Every entry of the graph: what it is to the enterprise, for how much, by which way and rule. Sorted by id. */
  readonly roles: readonly Role[];
  readonly publicHolding: PublicHolding;
  readonly exempt: readonly ExemptHolder[];
  /** Questions of which the answer would change the class. */
  readonly open: readonly OpenQuestion[];
  /** Figures that are missing in a year that counts. */
  readonly missing: readonly MissingFigure[];
  /** Reckoned on the estimate of a new enterprise. */
  readonly estimated: boolean;
}

/** One way to answer what is not known. */
interface Reckoned {
  readonly groups: LinkedGroups;
  readonly partners: Partners;
  readonly years: readonly GroupYear[];
  readonly size: SizeResult;
}

/**
 * The size of an enterprise within its ownership (annex, art. 3 and 6). What is not known about it is answered both ways, once
 * so that least counts and once so that most counts; only what comes out the same either way is said.
 */
export function sizeOfGroup(facts: GroupFacts, date: PlainDate): GroupSize {
  const graph = ownershipGraph(facts, date);
  const least = reckon(graph, false);
  const questions = openQuestions(graph, least.partners.exempt);
  const most = questions.length > 0 ? reckon(graph, true) : least;
  const same = least.size.class === most.size.class && least.size.isSme === most.size.isSme;
  const size: SizeResult = same
    ? least.size
    : {
        ...least.size,
        class: least.size.class === most.size.class ? least.size.class : undefined,
        isSme: least.size.isSme === most.size.isSme ? least.size.isSme : undefined,
      };
  const { groups, partners, years } = least;
  const members = groups.membersOf(groups.groupOf(graph.subject));
  return {
    size,
    years,
    autonomous: members.every((id) => id === graph.subject || isPerson(graph.kind(id))) && partners.groups.length === 0,
    linked: members.filter((id) => id !== graph.subject && !isPerson(graph.kind(id))),
    partners: partners.groups
      .flatMap(({ direct, share }) => direct.map((id) => ({ id, share })))
      .sort((left, right) => order(left.id, right.id)),
    roles: rolesOf(graph, groups, partners),
    publicHolding: publicHolding(graph),
    exempt: partners.exempt,
    open: same ? [] : questions,
    missing: [...years].reverse().flatMap((year) => (year.before ? [] : year.missing)),
    estimated: accountsOf(graph.member(graph.subject).periods)?.estimated ?? false,
  };
}

function reckon(graph: OwnershipGraph, mostCounts: boolean): Reckoned {
  const groups = linkedGroups(graph, smeControl(graph, mostCounts));
  const partners = partnersOf(graph, groups, mostCounts);
  const years = groupYears(graph, countedIn(graph, groups, partners));
  return { groups, partners, years, size: sizeOfYears(years) };
}

/** Linked in full, partners with what is linked to them pro rata; nobody twice. */
function countedIn(graph: OwnershipGraph, groups: LinkedGroups, partners: Partners): readonly Counted[] {
  const own = groups.membersOf(groups.groupOf(graph.subject)).map((id) => ({ id, share: 100 }));
  const others = partners.groups.flatMap(({ group, share }) => groups.membersOf(group).map((id) => ({ id, share })));
  return [...own, ...others];
}

function openQuestions(graph: OwnershipGraph, exempt: readonly ExemptHolder[]): readonly OpenQuestion[] {
  const market = marketOfPersons(graph);
  const acting = new Set(
    graph.ids.flatMap((id) => {
      const jointly = graph.member(id).linkedInvestors ?? [];
      return graph.heldBy(id).length > 0 || jointly.length > 0 ? [id, ...jointly] : [];
    }),
  );
  const persons = graph.ids.filter((id) => isPerson(graph.kind(id)) && market(id) === undefined && acting.has(id));
  return [
    ...persons.map((id) => ({ about: 'personMarket' as const, id })),
    ...exempt.filter(({ certain }) => !certain).map(({ id }) => ({ about: 'angelInvestment' as const, id })),
  ];
}
