import type { PlainDate } from '#shared/dates.ts';
import type { Stage } from './codes.ts';
import type { TaskGroup } from './taskGroups.ts';
import type { Urgency } from './urgency.ts';

/** The lists of the office that can be filtered, kept as a view and exported. */
export const lists = ['enterprises', 'trajectories', 'leads', 'sessions', 'tasks'] as const;
export type List = (typeof lists)[number];

/** Size of an enterprise by its workers alone: under 10, 50 and 250, more, or not known. */
export const sizes = ['micro', 'small', 'medium', 'large', 'unknown'] as const;
export type Size = (typeof sizes)[number];

export const enterpriseOrders = ['name', 'newest'] as const;
export const trajectoryOrders = ['newest', 'oldest', 'name'] as const;
export const dueFilters = ['late', 'week', 'later'] as const;
export type DueFilter = (typeof dueFilters)[number];

/** Lists are counted so far; beyond it stands «more than». */
export const countedTo = 1000;

/** How many rows fit a filter: exactly, or `more` than that. */
export interface Counted {
  readonly count: number;
  readonly more: boolean;
}

/** Of rows counted up to one beyond the bound. */
export const counted = (found: number): Counted =>
  found > countedTo ? { count: countedTo, more: true } : { count: found, more: false };

/** What somebody typed or chose, as it stands in the address; what is not chosen is not there. */
export type Chosen = Readonly<Record<string, string>>;

/**
 * The part of an address that says what is chosen, without the place in the list: what is kept as a view, exported, and
 * gone on from. Names that the list does not know are left out, and so is what says nothing.
 */
export function addressOf(chosen: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = chosen[name];
    if (typeof value === 'string' && value !== '') query.append(name, value);
  }
  return query.toString();
}

/** What every list of the office gives beside its rows. */
export interface ListPart {
  readonly next: string | null;
  readonly continued: boolean;
  readonly counted: Counted;
  readonly chosen: Chosen;
}

export interface Place {
  readonly id: string;
  readonly name: string;
}

/** What a list can be narrowed by; a list that offers no choice (one lot, one fund) has none there. */
export interface Choices {
  readonly lots: readonly (Place & { readonly number: number })[];
  readonly providers: readonly Place[];
  readonly sectors: readonly Place[];
}

export interface ListedTrajectory {
  readonly id: string;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly lotNumber: number;
  readonly providerName: string;
  readonly stage: Stage;
  readonly size: Size;
  readonly startedOn: PlainDate;
  readonly guides: string;
  readonly lastSession: PlainDate | null;
}

export interface TrajectoryListView extends ListPart {
  readonly trajectories: readonly ListedTrajectory[];
  readonly choices: Choices;
}

export interface ListedSession {
  readonly id: string;
  readonly trajectory: string;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly day: PlainDate;
  readonly hours: number;
  readonly people: number;
  readonly theme: string;
  readonly guide: string;
}

export interface SessionListView extends ListPart {
  readonly sessions: readonly ListedSession[];
  readonly choices: Choices;
  readonly week: { readonly from: PlainDate; readonly until: PlainDate };
}

export interface ListedTask {
  readonly id: string;
  readonly text: string;
  readonly group: TaskGroup;
  readonly due: PlainDate | null;
  readonly urgency: Urgency;
  readonly link: string;
  readonly enterpriseName: string | null;
}

export interface TaskListView extends ListPart {
  readonly tasks: readonly ListedTask[];
  readonly choices: Choices;
}

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** What comes back when a view was not kept. */
export type ViewAnswer = { readonly errors: Readonly<Record<string, string>> } | null | undefined;
