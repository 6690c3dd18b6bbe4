import { linkedGroups, voteMajority } from './linkedGroups.ts';
import { hasFigures, ownershipGraph, type OwnershipGraph } from './ownershipGraph.ts';
import type { GroupFacts } from './groupFacts.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { DeclaredAid } from '../facts.ts';

const homeCountry = 'BE';

/** A line of aid that counts, and how it came to. */
export interface UndertakingAid extends DeclaredAid {
  /** Who received it, when a merger or a split brought it here. */
  readonly movedFrom?: string | undefined;
  /** Of aid from before a split: nobody said who used it, nor how the equity was divided. It may count whole. */
  readonly unclear?: boolean | undefined;
}

export interface SingleUndertaking {
  /** Sorted, the enterprise itself among them, of every country. */
  readonly members: readonly string[];
  readonly aid: readonly UndertakingAid[];
}

/**
 * Who counts as one for de-minimis aid, and the aid that they received (Regulation (EU) 2023/2831, art. 2(2) and 3(8) to (9);
 * 1407/2013 art. 2(2) and 3(8) to (9)). Not the group of the SME definition: only majorities of votes and control count, no
 * partners; persons and public bodies link nobody. Aid counts per Member State, so that of enterprises abroad does not.
 */
export function singleUndertaking(
  facts: GroupFacts,
  lines: readonly DeclaredAid[],
  date: PlainDate,
): SingleUndertaking {
  const graph = ownershipGraph(facts, date);
  const groups = linkedGroups(graph, {
    conducts: (id) => hasFigures(graph.kind(id)) && graph.kind(id) !== 'businessAngel',
    majority: voteMajority,
  });
  const members = groups.membersOf(groups.groupOf(graph.subject));
  const inside = new Set(members);
  const aid = lines
    .flatMap((line) => afterEvents(graph, line))
    .filter(({ undertaking }) => undertaking === undefined || inside.has(undertaking))
    .filter(({ undertaking }) => countryOf(graph, undertaking) === homeCountry);
  return { members, aid };
}

const countryOf = (graph: OwnershipGraph, id: string | undefined): string =>
  (id === undefined ? undefined : graph.member(id).country)?.toUpperCase() ?? homeCountry;

/** Follows aid through the mergers and splits after it: all of it into a merger, into a split for who used it or pro rata. */
function afterEvents(graph: OwnershipGraph, line: DeclaredAid): readonly UndertakingAid[] {
  let parts: readonly UndertakingAid[] = [{ ...line, undertaking: line.undertaking ?? graph.subject }];
  for (const { kind, date, from, into } of graph.events) {
    if (line.date !== undefined && line.date > date) continue;
    parts = parts.flatMap((part): readonly UndertakingAid[] => {
      const owner = part.undertaking!;
      if (!from.includes(owner) || into.length === 0) return [part];
      const moved = { ...part, movedFrom: part.movedFrom ?? owner };
      if (kind === 'merger') return into.map(({ id }) => ({ ...moved, undertaking: id }));
      const user = into.find(({ id }) => id === line.usedBy);
      if (user) return [{ ...moved, undertaking: user.id }];
      if (into.some(({ share }) => share === undefined))
        return into.map(({ id }) => ({ ...moved, undertaking: id, unclear: true }));
      const total = into.reduce((sum, { share }) => sum + share!, 0);
      return into.map(({ id, share }) => ({
        ...moved,
        undertaking: id,
        // Up to the next cent: the safe side.
        amountCents:
          part.amountCents === undefined || total === 0
            ? part.amountCents
            : Math.ceil(round((part.amountCents * share!) / total)),
      }));
    });
  }
  return parts;
}

const round = (cents: number): number => Math.round(cents * 1e6) / 1e6;
