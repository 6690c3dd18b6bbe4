import type { Locale } from '#shared/localised.ts';

/** Monday to Sunday, as forms send them. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What somebody can be told of: a task that is new, a day that comes or went by, and what others did at their enterprises. */
export const newsKinds = ['tasks', 'due', 'changes'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** How soon: as it happens, once a day, once a week, or never. */
export const frequencies = ['once', 'daily', 'weekly', 'none'] as const;
export type Frequency = (typeof frequencies)[number];
/** A kind of mail that somebody gets, by how soon it comes. */
export type Stream = Exclude<Frequency, 'none'>;
export const streams: readonly Stream[] = ['once', 'daily', 'weekly'];

export type Choices = Readonly<Record<NewsKind, Frequency>>;

/** When mail may come, in Brussels. Hours are whole; weekdays count from Monday (1) to Sunday (7). */
export interface Times {
  readonly fromHour: number;
  readonly untilHour: number;
  /** The day of the weekly mail. */
  readonly weekday: number;
  readonly quietDays: readonly number[];
  /** Nothing on the public holidays of Belgium either. */
  readonly quietHolidays: boolean;
}

export interface Preferences extends Times {
  readonly choices: Choices;
  /** The language of the mails; null for that of the pages. */
  readonly locale: Locale | null;
}

/** Who works on cases hears daily what waits; who looks after many hears weekly; who only reads hears nothing unasked. */
const byRole: Readonly<Record<string, Choices>> = {
  enterprise_lead: { tasks: 'daily', due: 'daily', changes: 'none' },
  consultant: { tasks: 'daily', due: 'daily', changes: 'weekly' },
  provider_member: { tasks: 'daily', due: 'daily', changes: 'none' },
  lot_coordinator: { tasks: 'weekly', due: 'weekly', changes: 'none' },
  programme_manager: { tasks: 'weekly', due: 'weekly', changes: 'none' },
};

const soonest = (wanted: readonly Frequency[]): Frequency =>
  frequencies.find((frequency) => wanted.includes(frequency)) ?? 'none';

/** What somebody who never chose gets: of each kind the soonest that one of their roles brings. */
export function usualPreferences(roles: readonly string[]): Preferences {
  const wanted = roles.flatMap((role) => byRole[role] ?? []);
  const choices = Object.fromEntries(newsKinds.map((kind) => [kind, soonest(wanted.map((one) => one[kind]))]));
  return {
    choices: choices as unknown as Choices,
    fromHour: 8,
    untilHour: 18,
    weekday: 1,
    quietDays: [6, 7],
    quietHolidays: true,
    locale: null,
  };
}

/** The kinds that come in a stream. */
export const kindsIn = (choices: Choices, stream: Stream): NewsKind[] =>
  newsKinds.filter((kind) => choices[kind] === stream);

/** The same choices without some kinds. */
export const without = (choices: Choices, kinds: readonly NewsKind[]): Choices => ({
  ...choices,
  ...Object.fromEntries(kinds.map((kind) => [kind, 'none' as const])),
});

/** The fewest hours in which mail may come: less could fall away on the day on which the clock skips an hour. */
export const shortestWindow = 2;

/** What is wrong with times, by field; nothing when they can be kept. */
export function timesProblem(times: Times): 'untilHour' | 'weekday' | null {
  if (times.untilHour - times.fromHour < shortestWindow) return 'untilHour';
  return times.quietDays.includes(times.weekday) ? 'weekday' : null;
}
