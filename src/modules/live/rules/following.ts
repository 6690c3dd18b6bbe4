/** What a page is about: whose changes it follows. */
export const everythingMine = 'mine';

/** Pages that show many things at once, by the first part of their address. */
const overviews = new Set(['home', 'tasks', 'leads', 'enterprises', 'trajectories', 'sessions', 'attention', 'search']);

/** One thing by the parameter of its page. */
const things = ['trajectory', 'enterprise', 'lead'] as const;

/**
 * The topics of a page, from its path and the parameters in it; none for a page that shows nothing others work on. What is
 * about one thing follows that thing only, so that a busy programme does not make its pages restless.
 */
export function topicsOf(path: string, params: Readonly<Record<string, string | undefined>>): readonly string[] {
  const about = things.flatMap((kind) => (params[kind] ? [`${kind}:${params[kind]}`] : []));
  if (about.length > 0) return about;
  return overviews.has(path.split('/')[1] ?? '') ? [everythingMine] : [];
}

/** What goes on on a page when something about it changed. */
export interface PageNow {
  /** Somebody typed in a form that is sent, has not sent it yet, and which does not merge. */
  readonly typed: boolean;
  /** A form came back with what was typed in it, since it was not accepted. */
  readonly refused: boolean;
  /** The form that the page is about merges what others saved with what is being typed. */
  readonly merges: boolean;
}

/**
 * What a page does when it hears of a change: read itself anew; or, where that could change what somebody is typing in, only
 * say so and wait until they ask.
 */
export function answerTo({ typed, refused, merges }: PageNow): 'refresh' | 'offer' {
  return typed || (refused && !merges) ? 'offer' : 'refresh';
}

const quiet = 250;
const calm = 5_000;

/**
 * How long to wait before reading the page anew, in milliseconds: a moment, since changes come in twos and threes; and an
 * overview, where something changes all day, at most once in some seconds.
 */
export function waitBefore(topics: readonly string[], readAt: number, now: number): number {
  const apart = topics.every((topic) => topic === everythingMine) ? calm : 0;
  return Math.max(quiet, readAt + apart - now);
}

/** How long to wait before asking for a stream again when it was refused, in milliseconds: each time longer, up to a minute. */
export function waitToConnect(failures: number, chance: number): number {
  return Math.min(60_000, 1000 * 2 ** Math.min(failures, 6)) * (0.5 + chance / 2);
}
