import type { PlainDate } from '#shared/dates.ts';
import type { GroupEvent, GroupFacts, HolderKind, Holding, Member } from './groupFacts.ts';

/** The ownership on one day, ready to be walked; everything sorted, so that the order of the input never shows. */
export interface OwnershipGraph {
  readonly date: PlainDate;
  readonly subject: string;
  readonly ids: readonly string[];
  readonly member: (id: string) => Member;
  readonly kind: (id: string) => HolderKind;
  /** One per holder and held, those of before or on the day. */
  readonly holdings: readonly Holding[];
  readonly holdersOf: (held: string) => readonly Holding[];
  readonly heldBy: (holder: string) => readonly Holding[];
  /** Events of before or on the day, oldest first. */
  readonly events: readonly GroupEvent[];
}

const nobody: Member = {};
const none: readonly Holding[] = [];

export function ownershipGraph(facts: GroupFacts, date: PlainDate): OwnershipGraph {
  const members = new Map(Object.entries(facts.enterprises));
  const merged = new Map<string, Holding>();
  for (const holding of facts.holdings) {
    if (holding.holder === holding.held || (holding.since !== undefined && holding.since > date)) continue;
    const key = `${holding.held}\n${holding.holder}`;
    const before = merged.get(key);
    merged.set(key, before ? together(before, holding) : holding);
  }
  const holdings = [...merged].sort(([left], [right]) => order(left, right)).map(([, holding]) => holding);
  const byHeld = Map.groupBy(holdings, ({ held }) => held);
  const byHolder = Map.groupBy(holdings, ({ holder }) => holder);
  const events = (facts.events ?? []).filter((event) => event.date <= date);
  const kinds = new Map([...members].map(([id, { kind }]) => [id, kind ?? 'enterprise']));
  return {
    date,
    subject: facts.subject,
    ids: [...members.keys()].sort(order),
    member: (id) => members.get(id) ?? nobody,
    kind: (id) => kinds.get(id) ?? 'enterprise',
    holdings,
    holdersOf: (held) => byHeld.get(held) ?? none,
    heldBy: (holder) => byHolder.get(holder) ?? none,
    events: events.toSorted((left, right) => order(left.date + written(left), right.date + written(right))),
  };
}

/** Two classes of shares of one holder in one enterprise are one holding. */
function together(one: Holding, other: Holding): Holding {
  return {
    ...one,
    capital: percent(one.capital + other.capital),
    votes: percent(one.votes + other.votes),
    control: one.control === true || other.control === true,
    unquoted: one.unquoted !== false && other.unquoted !== false,
    investedCents:
      one.investedCents === undefined || other.investedCents === undefined
        ? undefined
        : one.investedCents + other.investedCents,
  };
}

const written = ({ kind, from, into }: GroupEvent) =>
  JSON.stringify([kind, from.toSorted(order), into.map(({ id }) => id).sort(order)]);

/** Code units, not a language: the same everywhere. */
export const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Percentages are added as people do: 33,3 and 16,7 are 50, not a hair more. */
export const percent = (value: number): number => Math.round(value * 1e9) / 1e9;

/** What some holdings come to together; of capital and votes the higher counts (annex, art. 3). */
export function shareOf(holdings: readonly Holding[]): number {
  const sum = (of: 'capital' | 'votes') => percent(holdings.reduce((total, holding) => total + holding[of], 0));
  return Math.max(sum('capital'), sum('votes'));
}

/** Public bodies have no figures of their own: they never link the enterprises that they hold (annex, art. 3(4)). */
export const isPublic = (kind: HolderKind): boolean =>
  kind === 'publicBody' || kind === 'localAuthority' || kind === 'smallLocalAuthority';

export const isPerson = (kind: HolderKind): boolean => kind === 'naturalPerson';

/** Has figures that can be added: everything but persons and public bodies. */
export const hasFigures = (kind: HolderKind): boolean => !isPublic(kind) && !isPerson(kind);
