import { known, type Figures } from '../facts.ts';
import type { YearFigures } from '../sizeClass.ts';
import type { GroupPeriod } from './groupFacts.ts';
import { hasFigures, order, type OwnershipGraph } from './ownershipGraph.ts';

/** One entry whose figures count, for how many percent. */
export interface Counted {
  readonly id: string;
  readonly share: number;
}

export type FigureName = 'headcount' | 'turnoverCents' | 'balanceCents';
export const figureNames: readonly FigureName[] = ['headcount', 'turnoverCents', 'balanceCents'];

/** A figure of one entry that is not known in a year that matters. */
export interface MissingFigure {
  readonly id: string;
  readonly year: number;
  readonly figure: FigureName;
}

export interface GroupYear extends YearFigures {
  readonly missing: readonly MissingFigure[];
}

/** Accounts that are read in one way: one a year, estimates only where nothing was closed. */
interface Accounts {
  readonly byYear: ReadonlyMap<number, GroupPeriod>;
  readonly first: number;
  readonly last: number;
  readonly estimated: boolean;
}

/** The closed periods of an entry, or its estimate while it has none; undefined without either. */
export function accountsOf(periods: readonly GroupPeriod[] = []): Accounts | undefined {
  const closed = periods.filter(({ estimate }) => estimate !== true);
  const used = closed.length > 0 ? closed : periods;
  const byYear = new Map<number, GroupPeriod>();
  for (const period of used) {
    const same = byYear.get(period.year);
    byYear.set(period.year, same ? agreeing(same, period) : period);
  }
  const years = [...byYear.keys()].filter(Number.isInteger);
  if (years.length === 0) return undefined;
  const last = Math.max(...years);
  // Ten years settle every two-year rule; more would only be a slip in a year.
  const first = Math.max(Math.min(...years), last - 9);
  return { byYear, first, last, estimated: closed.length === 0 };
}

/** Two sets of figures for one year: what they contradict each other in is not known. */
function agreeing(one: GroupPeriod, other: GroupPeriod): GroupPeriod {
  const agreed = (figure: FigureName) => (one[figure] === other[figure] ? one[figure] : undefined);
  return {
    year: one.year,
    headcount: agreed('headcount'),
    turnoverCents: agreed('turnoverCents'),
    balanceCents: agreed('balanceCents'),
    consolidated: [...(one.consolidated ?? []), ...(other.consolidated ?? [])],
  };
}

/**
 * The figures of the whole, year by year, oldest first (annex, art. 6). The years are those of the enterprise itself, by
 * today's ownership: an acquisition counts at once (art. 4(2) is about growth only). Everybody else adds the accounts of that
 * year, or the last ones closed before it. What is in somebody's consolidated accounts is not added again.
 */
export function groupYears(graph: OwnershipGraph, counted: readonly Counted[]): readonly GroupYear[] {
  const accounts = new Map(counted.map(({ id }) => [id, accountsOf(graph.member(id).periods)]));
  const own = accounts.get(graph.subject);
  if (!own) return [];
  const withFigures = counted.filter(({ id }) => hasFigures(graph.kind(id)) || id === graph.subject);
  const sorted = [...withFigures].sort((left, right) => order(left.id, right.id));
  const absorbed = yearsOfMerging(graph);
  const years = Array.from({ length: own.last - own.first + 1 }, (_, at) => own.first + at);
  return years.map((year) => {
    const read = new Map(
      sorted.map(({ id }) => [id, figuresIn(graph, id, accounts.get(id), { year, newest: own.last, absorbed })]),
    );
    const sums = figureNames.map((figure) => sumOf(figure, sorted, read));
    const of = (figure: FigureName) => sums[figureNames.indexOf(figure)]!;
    const total = (figure: FigureName) => (of(figure).missing.length > 0 ? undefined : of(figure).least);
    const lacking = sums.flatMap(({ figure, missing }) => missing.map((id) => ({ id, year, figure })));
    return {
      year,
      headcount: total('headcount'),
      turnoverCents: total('turnoverCents'),
      balanceCents: total('balanceCents'),
      least: Object.fromEntries(sums.map(({ figure, least }) => [figure, least])),
      // History begins where everybody has accounts: what lies before is not asked.
      before: lacking.length > 0 && lacking.every(({ id }) => read.get(id)!.before),
      missing: lacking,
    };
  });
}

interface Sum {
  readonly figure: FigureName;
  /** Of what is known. */
  readonly least: number;
  readonly missing: readonly string[];
}

function sumOf(figure: FigureName, counted: readonly Counted[], read: ReadonlyMap<string, Read>): Sum {
  const covered = consolidatedElsewhere(counted, read, figure);
  const missing: string[] = [];
  let least = 0;
  for (const { id, share } of counted) {
    if (covered.has(id)) continue;
    const value = known(read.get(id)!.figures[figure]);
    if (value === undefined) missing.push(id);
    else least += value * (share / 100);
  }
  // Millionths of a work unit, whole cents: what sums of fractions leave behind says nothing.
  return { figure, least: figure === 'headcount' ? Math.round(least * 1e6) / 1e6 : Math.round(least), missing };
}

interface Moment {
  readonly year: number;
  /** The newest year of the enterprise itself. */
  readonly newest: number;
  readonly absorbed: ReadonlyMap<string, number>;
}

interface Read {
  readonly figures: Figures;
  readonly consolidated: readonly string[];
  readonly before: boolean;
}

const nobody: readonly string[] = [];
const nothing: Figures = { headcount: 0, turnoverCents: 0, balanceCents: 0 };

function figuresIn(graph: OwnershipGraph, id: string, accounts: Accounts | undefined, moment: Moment): Read {
  const { year, newest, absorbed } = moment;
  const read = (figures: Figures, before = false): Read => ({ figures, consolidated: nobody, before });
  const taken = absorbed.get(id);
  // From the year of the merger on, its figures are in those of the enterprise that took it in.
  if (taken !== undefined && year >= taken) return read(nothing);
  const since = graph.member(id).since;
  if (since !== undefined && year < Number(since.slice(0, 4))) return read(nothing);
  if (!accounts) return read({});
  const exact = accounts.byYear.get(year);
  const period =
    exact ??
    (year > accounts.last ? accounts.byYear.get(accounts.last) : undefined) ??
    (year === newest && year < accounts.first ? accounts.byYear.get(accounts.first) : undefined);
  if (period) return { figures: period, consolidated: period.consolidated ?? nobody, before: false };
  return read({}, year < accounts.first);
}

/** The year in which an entry was taken in by another. */
function yearsOfMerging(graph: OwnershipGraph): ReadonlyMap<string, number> {
  const years = new Map<string, number>();
  for (const { kind, date, from, into } of graph.events)
    if (kind === 'merger')
      for (const id of from) if (!into.some((each) => each.id === id)) years.set(id, Number(date.slice(0, 4)));
  return years;
}

/**
 * Whose figure lies in the accounts of another that counts, directly or through further accounts. Per figure: where
 * consolidated accounts give no headcount, those of the parts are added (annex, art. 6(4)).
 */
function consolidatedElsewhere(
  counted: readonly Counted[],
  read: ReadonlyMap<string, Read>,
  figure: FigureName,
): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { id: root } of counted) {
    if (covered.has(root) || read.get(root)?.consolidated.length === 0) continue;
    const open = [root];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const accounts = read.get(at);
      if (!accounts || accounts.figures[figure] === undefined) continue;
      for (const id of accounts.consolidated)
        // Accounts that hold each other: the first keeps its figures.
        if (id !== root && !covered.has(id)) {
          covered.add(id);
          open.push(id);
        }
    }
  }
  return covered;
}
