import { known, type AccountingPeriod, type Figures } from './facts.ts';
import { sizeCeilings, type SizeCeiling, type SizeClass } from './parameters.ts';

/** Yes, no, or not to be said with what is known. */
export type Tri = true | false | undefined;

export type SmeClass = SizeClass | 'notSme';

export interface YearClass {
  readonly year: number;
  /** By the figures of that year alone; undefined when they do not suffice. */
  readonly class: SmeClass | undefined;
}

/** The figures of a whole, in one year. What is not known of a part makes the figure unknown, but never less than `least`. */
export interface YearFigures extends AccountingPeriod {
  readonly least?: Figures | undefined;
  /** Not all parts have accounts that go back so far: what the year leaves open is not asked. */
  readonly before?: boolean | undefined;
}

export interface SizeResult {
  /** The class that counts, by the two-year rule; undefined when the figures do not suffice. */
  readonly class: SmeClass | undefined;
  /** Micro, small or medium, even when it is not known which. */
  readonly isSme: Tri;
  /** Oldest first. A year between two given ones that is missing stands here without class. */
  readonly years: readonly YearClass[];
  /** The newest figures alone would give another class. */
  readonly twoYearRuleApplied: boolean;
}

/**
 * Whether one year's figures stay within the ceilings of a class: headcount under, and turnover or balance up to the
 * ceiling (annex, art. 2). Turnover that is not known does not matter when the balance fits, and the other way round.
 */
export function within(figures: Figures & Pick<YearFigures, 'least'>, ceiling: SizeCeiling): Tri {
  const compare = (figure: keyof Figures, fits: (value: number) => boolean): Tri => {
    const value = known(figures[figure]);
    if (value !== undefined) return fits(value);
    // What is known of the parts may be too much already.
    const least = known(figures.least?.[figure]);
    return least !== undefined && !fits(least) ? false : undefined;
  };
  const people = compare('headcount', (value) => value < ceiling.headcountUnder);
  const turnover = compare('turnoverCents', (value) => value <= ceiling.turnoverCents);
  const balance = compare('balanceCents', (value) => value <= ceiling.balanceCents);
  const money: Tri =
    turnover === true || balance === true ? true : turnover === false && balance === false ? false : undefined;
  if (people === false || money === false) return false;
  return people === true && money === true ? true : undefined;
}

/** The class of one set of figures. */
export function classOf(figures: Figures & Pick<YearFigures, 'least'>): SmeClass | undefined {
  return smallest((ceiling) => within(figures, ceiling));
}

/**
 * The class over the years, by the two-year rule (annex, art. 4(2)): crossing a ceiling counts only when it holds for two
 * periods in a row. The first period that is given is where the history begins: what came before it is not asked.
 * A figure that is not known is tried both ways; only what comes out the same either way is said.
 */
export function sizeOverYears(periods: readonly AccountingPeriod[]): SizeResult {
  return sizeOfYears(fillYears(periods));
}

/** The same for years that are whole already, oldest first, without gaps. */
export function sizeOfYears(years: readonly YearFigures[]): SizeResult {
  const newest = years.at(-1);
  if (!newest) return { class: undefined, isSme: undefined, years: [], twoYearRuleApplied: false };
  const result = smallest((ceiling) => statusOverYears(rawOf(years, ceiling)));
  const perYear = years.map((year) => ({ year: year.year, class: classOf(year) }));
  const medium = sizeCeilings.at(-1)!;
  return {
    class: result,
    isSme: statusOverYears(rawOf(years, medium)),
    years: perYear,
    twoYearRuleApplied: result !== undefined && perYear.at(-1)!.class !== undefined && perYear.at(-1)!.class !== result,
  };
}

/** Year by year whether it fits; where the history of a whole begins late, from the first year that says something. */
function rawOf(years: readonly YearFigures[], ceiling: SizeCeiling): readonly Tri[] {
  const raw = years.map((year) => within(year, ceiling));
  const begins = raw.findIndex((fits, at) => fits !== undefined || years[at]!.before !== true);
  return begins < 0 ? [] : raw.slice(begins);
}

/** One class's status after the last year: it follows the figures only when two years in a row say the same. */
export function statusOverYears(raw: readonly Tri[]): Tri {
  const values = (tri: Tri): readonly boolean[] => (tri === undefined ? [true, false] : [tri]);
  const [first, ...later] = raw;
  if (raw.length === 0) return undefined;
  let states = values(first).map((value) => ({ last: value, status: value }));
  for (const tri of later) {
    const next = states.flatMap((state) =>
      values(tri).map((value) => ({ last: value, status: value === state.last ? value : state.status })),
    );
    states = next.filter(
      (state, at) => next.findIndex((s) => s.last === state.last && s.status === state.status) === at,
    );
  }
  const outcomes = new Set(states.map(({ status }) => status));
  return outcomes.size === 1 ? [...outcomes][0] : undefined;
}

function smallest(fits: (ceiling: SizeCeiling) => Tri): SmeClass | undefined {
  for (const ceiling of sizeCeilings) {
    const fit = fits(ceiling);
    if (fit === true) return ceiling.class;
    if (fit === undefined) return undefined;
  }
  return 'notSme';
}

/** Oldest first, one per year; figures that contradict each other and years in between that are missing count as not known. */
export function fillYears(periods: readonly AccountingPeriod[]): readonly AccountingPeriod[] {
  const valid = periods.filter(({ year }) => Number.isInteger(year));
  if (valid.length === 0) return [];
  const last = Math.max(...valid.map(({ year }) => year));
  // Ten years settle every two-year rule; more would only be a slip in a year.
  const first = Math.max(Math.min(...valid.map(({ year }) => year)), last - 9);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    const same = valid.filter((period) => period.year === year);
    return {
      year,
      headcount: agreed(same.map(({ headcount }) => headcount)),
      turnoverCents: agreed(same.map(({ turnoverCents }) => turnoverCents)),
      balanceCents: agreed(same.map(({ balanceCents }) => balanceCents)),
    };
  });
}

function agreed(values: readonly (number | undefined)[]): number | undefined {
  const given = values.map(known).filter((value) => value !== undefined);
  return new Set(given).size === 1 ? given[0] : undefined;
}
