import type { PlainDate } from '#shared/dates.ts';
import { aidRegulationIds, regulationId } from '../aidParameters.ts';
import type { DeclaredAid } from '../facts.ts';
import type { GroupEvent, GroupFacts, GroupPeriod, Holding, Member } from './groupFacts.ts';
import { percent } from './ownershipGraph.ts';
import { sizeOfGroup } from './sizeOfGroup.ts';

/** What a case cannot be decided on with, whoever sends it: a file, the screen or a program. Each code has its words there. */
export type ProblemCode =
  | 'unknownEntry'
  | 'subjectPerson'
  | 'subjectPublic'
  | 'entryTwice'
  | 'selfHeld'
  | 'percentMissing'
  | 'sumOver'
  | 'splitOver'
  | 'takenIn'
  | 'periodTwice'
  | 'periodsMissing'
  | 'regulationUnknown';

/** One field that is wrong; `facts` are what its message names. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** A group as it was given, before anybody looked whether it holds together. */
export interface GivenGroup {
  /** Whom it is about; one that is not among the members is the enterprise of the case. */
  readonly subject: string;
  readonly members: readonly (Member & { readonly id: string })[];
  readonly holdings: readonly (Omit<Holding, 'capital' | 'votes'> & {
    readonly capital?: number | undefined;
    readonly votes?: number | undefined;
  })[];
  readonly events: readonly GroupEvent[];
}

/** Percentages in which one of the two was left out: who gives one means both. */
export function sharesOf({ capital, votes }: GivenGroup['holdings'][number]): Pick<Holding, 'capital' | 'votes'> {
  return { capital: capital ?? votes ?? 0, votes: votes ?? capital ?? 0 };
}

/** What does not hold together, field by field; nobody owns more than the whole, and every name is somebody's. */
export function groupProblems(given: GivenGroup, date: PlainDate): readonly Problem[] {
  const { subject, members, holdings } = given;
  const known = new Set([subject, ...members.map(({ id }) => id)]);
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const mustExist = (id: string, path: Problem['path']) => {
    if (!known.has(id)) problems.push({ path, code: 'unknownEntry', facts: { enterprise: id } });
  };

  members.forEach(({ id, kind, periods = [], linkedInvestors = [] }, at) => {
    if (id === subject && kind === 'naturalPerson')
      problems.push({ path: ['members', at, 'kind'], code: 'subjectPerson' });
    if (id === subject && kind === 'publicBody')
      problems.push({ path: ['members', at, 'kind'], code: 'subjectPublic' });
    if (seen.has(id)) problems.push({ path: ['members', at, 'id'], code: 'entryTwice', facts: { enterprise: id } });
    seen.add(id);
    for (const other of linkedInvestors) mustExist(other, ['members', at, 'linkedInvestors']);
    problems.push(...periodProblems(periods, known).map((one) => ({ ...one, path: ['members', at, ...one.path] })));
  });
  const totals = new Map<string, { capital: number; votes: number }>();
  holdings.forEach((holding, at) => {
    const { holder, held, since } = holding;
    mustExist(holder, ['holdings', at, 'holder']);
    mustExist(held, ['holdings', at, 'held']);
    if (holder === held)
      return void problems.push({ path: ['holdings', at, 'held'], code: 'selfHeld', facts: { enterprise: held } });
    if (holding.capital === undefined && holding.votes === undefined && holding.control !== true)
      return void problems.push({ path: ['holdings', at, 'capital'], code: 'percentMissing' });
    if (since !== undefined && since > date) return;
    const shares = sharesOf(holding);
    const before = totals.get(held) ?? { capital: 0, votes: 0 };
    const total = { capital: percent(before.capital + shares.capital), votes: percent(before.votes + shares.votes) };
    totals.set(held, total);
    const over = (['capital', 'votes'] as const).find((part) => total[part] > 100);
    if (over)
      problems.push({
        path: ['holdings', at, holding[over] === undefined ? 'capital' : over],
        code: 'sumOver',
        facts: { part: over, total: total[over], enterprise: held },
      });
  });
  given.events.forEach((event, at) => {
    const total = dividedIn(event);
    if (total > 100) problems.push({ path: ['events', at, 'into'], code: 'splitOver', facts: { total } });
    const gone = takenInBefore(event, given.events);
    if (gone !== undefined)
      problems.push({ path: ['events', at, 'into'], code: 'takenIn', facts: { enterprise: gone } });
  });
  return problems;
}

/** Who takes others in on a day on which it was taken in itself already; two that take each other in would have no figures. */
export function takenInBefore(event: GroupEvent, events: readonly GroupEvent[]): string | undefined {
  if (event.kind !== 'merger') return undefined;
  const gone = events
    .filter((other) => other !== event && other.kind === 'merger' && other.date <= event.date)
    .flatMap(({ from, into }) => from.filter((id) => !into.some((each) => each.id === id)));
  return event.into.map(({ id }) => id).find((id) => gone.includes(id));
}

/** What the shares of a split come to; those that are not known count for nothing. */
export const dividedIn = ({ into }: GroupEvent): number => percent(into.reduce((sum, { share = 0 }) => sum + share, 0));

/** Two sets of accounts of one year, or accounts that hold those of somebody who is not there. */
export function periodProblems(periods: readonly GroupPeriod[], known: ReadonlySet<string>): readonly Problem[] {
  const seen = new Set<string>();
  return periods.flatMap(({ year, estimate, consolidated = [] }, at): Problem[] => {
    const key = `${year} ${estimate === true}`;
    const twice = seen.has(key);
    seen.add(key);
    return [
      ...(twice ? [{ path: ['periods', at, 'year'], code: 'periodTwice' as const, facts: { year } }] : []),
      ...consolidated
        .filter((id) => !known.has(id))
        .map((id) => ({
          path: ['periods', at, 'consolidated'],
          code: 'unknownEntry' as const,
          facts: { enterprise: id },
        })),
    ];
  });
}

/** Aid of somebody who is not there, or under a regulation that is none of de minimis. */
export function aidProblems(lines: readonly DeclaredAid[], group: GroupFacts | undefined): readonly Problem[] {
  const named = group && namedIn(group);
  return lines.flatMap(({ undertaking, usedBy, regulation }, at): Problem[] => [
    ...Object.entries({ undertaking, usedBy })
      .filter(([, id]) => id !== undefined && !named?.has(id))
      .map(([field, id]) => ({ path: [at, field], code: 'unknownEntry' as const, facts: { enterprise: id! } })),
    ...(regulation === undefined || aidRegulationIds.includes(regulationId(regulation))
      ? []
      : [{ path: [at, 'regulation'], code: 'regulationUnknown' as const, facts: { regulation } }]),
  ]);
}

/**
 * Everybody who counts for the size has figures; which ones is known only once the ownership is read. Ids, sorted. Whose
 * figures lie in the accounts of others, or went into those of an event, needs none of its own.
 */
export function withoutPeriods(group: GroupFacts, date: PlainDate): readonly string[] {
  const absorbed = new Set((group.events ?? []).flatMap(({ from, into }) => [...from, ...into.map(({ id }) => id)]));
  const inOthers = new Set(
    Object.entries(group.enterprises).flatMap(([id, { periods = [] }]) =>
      periods.flatMap(({ consolidated = [] }) => consolidated.filter((other) => other !== id)),
    ),
  );
  return sizeOfGroup(group, date)
    .roles.filter(({ id, role }) => {
      const { kind = 'enterprise', periods = [] } = group.enterprises[id]!;
      const counts = role === 'linked' || role === 'partner' || role === 'linkedToPartner';
      const needed = role === 'subject' || (counts && kind === 'enterprise');
      return needed && periods.length === 0 && !absorbed.has(id) && !inOthers.has(id);
    })
    .map(({ id }) => id);
}

/** Entries and who events name: all who can have received aid. */
export function namedIn(group: GroupFacts): ReadonlySet<string> {
  return new Set([
    ...Object.keys(group.enterprises),
    ...(group.events ?? []).flatMap(({ from, into }) => [...from, ...into.map(({ id }) => id)]),
  ]);
}
