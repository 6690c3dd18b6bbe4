import { numberFormatter } from '#shared/formatters.ts';
import type { Figures } from '../../rules/facts.ts';
import type { GroupEvent, GroupFacts, GroupPeriod, Holding, Member } from '../../rules/group/groupFacts.ts';

/** Three figures as typed. */
export interface FiguresForm {
  headcount: string;
  turnoverCents: string;
  balanceCents: string;
}

export interface PeriodForm extends FiguresForm {
  year: string;
  consolidated: string[];
  estimate: boolean;
}

/** One entry as typed; that of the enterprise itself has its figures elsewhere on the form. */
export interface EntryForm {
  id: string;
  kind: string;
  name: string;
  number: string;
  country: string;
  adjacentMarket: string;
  linkedInvestors: string[];
  since: string;
  periods: PeriodForm[];
}

export interface HoldingForm {
  holder: string;
  held: string;
  capital: string;
  votes: string;
  control: boolean;
  since: string;
  investedCents: string;
  unquoted: string;
}

export interface EventForm {
  kind: string;
  date: string;
  from: string[];
  into: { id: string; share: string }[];
}

/** The ownership as it is shown: everything that is typed is text, also when it is no number yet. */
export interface GroupForm {
  subject: string;
  /** The enterprise itself first. */
  members: EntryForm[];
  holdings: HoldingForm[];
  events: EventForm[];
}

/** A number as people in Belgium write it: `1.900.000`, `13,5`. */
export const typed = (value: number | undefined, decimals = 2): string =>
  value === undefined ? '' : numberFormatter('nl-BE', { maximumFractionDigits: decimals }).format(value);
export const euros = (cents: number | undefined): string =>
  cents === undefined
    ? ''
    : numberFormatter('nl-BE', { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 }).format(cents / 100);
export const tri = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no');

export const figuresOf = ({ headcount, turnoverCents, balanceCents }: Figures = {}): FiguresForm => ({
  headcount: typed(headcount),
  turnoverCents: euros(turnoverCents),
  balanceCents: euros(balanceCents),
});

export const periodOf = (period: GroupPeriod): PeriodForm => ({
  year: String(period.year),
  ...figuresOf(period),
  consolidated: [...(period.consolidated ?? [])],
  estimate: period.estimate === true,
});

export const emptyPeriod = (year: number | string): PeriodForm => periodOf({ year: Number(year) });

/** An entry of which nothing is known yet, with room for the newest closed year. */
export const emptyEntry = (id: string, newestYear: number, kind = 'enterprise'): EntryForm => ({
  ...entryOf(id, { kind: kind as Member['kind'] }),
  periods: [emptyPeriod(newestYear)],
});

const entryOf = (id: string, member: Member): EntryForm => ({
  id,
  kind: member.kind ?? 'enterprise',
  name: member.name ?? '',
  number: member.number ?? '',
  country: member.country ?? '',
  adjacentMarket: tri(member.adjacentMarket),
  linkedInvestors: [...(member.linkedInvestors ?? [])],
  since: member.since ?? '',
  periods: (member.periods ?? []).map(periodOf),
});

const holdingOf = (holding: Holding): HoldingForm => ({
  holder: holding.holder,
  held: holding.held,
  capital: typed(holding.capital, 9),
  votes: holding.votes === holding.capital ? '' : typed(holding.votes, 9),
  control: holding.control === true,
  since: holding.since ?? '',
  investedCents: euros(holding.investedCents),
  unquoted: tri(holding.unquoted),
});

const eventOf = ({ kind, date, from, into }: GroupEvent): EventForm => ({
  kind,
  date,
  from: [...from],
  into: into.map(({ id, share }) => ({ id, share: typed(share, 9) })),
});

/** Kinds that have no figures of their own, and no holders. */
export const bodies: readonly string[] = ['publicBody', 'localAuthority', 'smallLocalAuthority'];
/** Somebody can hold a part of it. */
export const canBeHeld = (kind = 'enterprise'): boolean => kind !== 'naturalPerson' && !bodies.includes(kind);

export const subjectId = 'subject';

/** What the form starts from: the ownership of the last decision, else the enterprise alone. */
export function groupFormOf(group: GroupFacts | undefined): GroupForm {
  if (!group) return { subject: subjectId, members: [entryOf(subjectId, {})], holdings: [], events: [] };
  const { subject, enterprises, holdings, events = [] } = group;
  const others = Object.keys(enterprises).filter((id) => id !== subject);
  return {
    subject,
    // Its own figures stand with the case.
    members: [
      { ...entryOf(subject, enterprises[subject] ?? {}), number: '', periods: [] },
      ...others.map((id) => entryOf(id, enterprises[id]!)),
    ],
    holdings: holdings.map(holdingOf),
    events: events.map(eventOf),
  };
}

type Fields = Readonly<Record<string, unknown>>;
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const rowsOf = (value: unknown): Fields[] =>
  (Array.isArray(value) ? value : Object.values(fieldsOf(value))).map(fieldsOf);
const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== '');

export const figuresFrom = (row: Fields): FiguresForm => ({
  headcount: textOf(row['headcount']),
  turnoverCents: textOf(row['turnoverCents']),
  balanceCents: textOf(row['balanceCents']),
});

export const periodFrom = (row: Fields): PeriodForm => ({
  year: textOf(row['year']),
  ...figuresFrom(row),
  consolidated: textsOf(row['consolidated']),
  estimate: textOf(row['estimate']) === 'on',
});

/** The ownership as it came back with the form: nothing typed is lost, every row keeps its number. */
export function groupFormFrom(value: unknown): GroupForm {
  const group = fieldsOf(value);
  const members = rowsOf(group['members']).map((row) => ({
    id: textOf(row['id']),
    kind: textOf(row['kind']),
    name: textOf(row['name']),
    number: textOf(row['number']),
    country: textOf(row['country']),
    adjacentMarket: textOf(row['adjacentMarket']),
    linkedInvestors: textsOf(row['linkedInvestors']),
    since: textOf(row['since']),
    periods: rowsOf(row['periods']).map(periodFrom),
  }));
  return {
    subject: textOf(group['subject']) || subjectId,
    members: members.length > 0 ? members : groupFormOf(undefined).members,
    holdings: rowsOf(group['holdings']).map((row) => ({
      holder: textOf(row['holder']),
      held: textOf(row['held']),
      capital: textOf(row['capital']),
      votes: textOf(row['votes']),
      control: textOf(row['control']) === 'on',
      since: textOf(row['since']),
      investedCents: textOf(row['investedCents']),
      unquoted: textOf(row['unquoted']),
    })),
    events: rowsOf(group['events']).map((row) => ({
      kind: textOf(row['kind']),
      date: textOf(row['date']),
      from: textsOf(row['from']),
      into: rowsOf(row['into']).map((each) => ({ id: textOf(each['id']), share: textOf(each['share']) })),
    })),
  };
}
