import { addDays, dayInBrussels, type PlainDate } from '#shared/dates.ts';
import type { NewsKind, Stream } from './choices.ts';

/** A task of somebody, as far as a mail may know it: no sentence, no name, no number of anybody. */
export interface TaskFact {
  readonly id: string;
  readonly group: string;
  readonly openedAt: Date;
  readonly due: PlainDate | null;
  readonly doneAt: Date | null;
}

/** Something that somebody else brought about within sight. */
export interface ChangeFact {
  readonly id: string;
  readonly group: string;
  readonly recordedAt: Date;
}

export interface DigestFacts {
  readonly tasks: readonly TaskFact[];
  readonly changes: readonly ChangeFact[];
}

/** What a digest is about: told before `since`, and known for certain up to `until`. */
export interface DigestQuestion {
  readonly stream: Stream;
  readonly kinds: readonly NewsKind[];
  readonly since: Date;
  readonly until: Date;
  readonly today: PlainDate;
}

/** How many of which group. */
export type Counts = Readonly<Record<string, number>>;

export interface Digest {
  readonly tasks: Counts;
  readonly changes: Counts;
  /** Tasks whose day went by, and those whose day comes before the next digest. */
  readonly late: number;
  readonly soon: number;
}

/** A mail counts no further: it says «so many or more». */
export const countedTo = 500;

/** How many days a digest looks ahead, beside the day itself. */
const ahead: Readonly<Record<Stream, number>> = { once: 0, daily: 0, weekly: 6 };

function counts(rows: readonly { readonly group: string }[]): Counts {
  const found: Record<string, number> = {};
  for (const { group } of rows) found[group] = Math.min(countedTo, (found[group] ?? 0) + 1);
  return found;
}

const once = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

/**
 * What goes into a digest, or null when there is nothing new. A task is told once as new and once more when its day comes or went by; one
 * that is done meanwhile is not told at all. What was late already does not bring a mail about by itself, but is counted in one
 * that leaves.
 */
export function digestOf(
  { tasks, changes }: DigestFacts,
  { stream, kinds, since, until, today }: DigestQuestion,
): Digest | null {
  const open = once(tasks).filter(({ doneAt }) => doneAt === null);
  const isNew = (moment: Date) => moment > since && moment <= until;
  const fresh = kinds.includes('tasks') ? open.filter(({ openedAt }) => isNew(openedAt)) : [];
  const others = kinds.includes('changes') ? once(changes).filter(({ recordedAt }) => isNew(recordedAt)) : [];

  const horizon = addDays(today, ahead[stream]);
  const toldTo = addDays(dayInBrussels(since), ahead[stream]);
  const dated = kinds.includes('due') ? open.filter(({ due }) => due !== null && due <= horizon) : [];
  const late = dated.filter(({ due }) => due! < today);
  // A day was told when a digest looked as far as it; going by is news once more.
  const news =
    dated.some(({ due, openedAt }) => due! > toldTo || isNew(openedAt)) ||
    late.some(({ due }) => due! >= dayInBrussels(since));

  if (fresh.length === 0 && others.length === 0 && !news) return null;
  return {
    tasks: counts(fresh),
    changes: counts(others),
    late: Math.min(countedTo, late.length),
    soon: Math.min(countedTo, dated.length - late.length),
  };
}
