import type { Scope } from '../database/pool.ts';

/** The channel on which processes tell each other what changed. */
export const liveChannel = 'live';

/** `changed`: something was done to it. `presence`: who looks at it did. `started`: a process began to listen. */
export const whats = ['changed', 'presence', 'started'] as const;

/**
 * What one process tells the others: ids only, so that nothing personal passes a channel that every connection to the
 * database can hear. Who is told of it is decided anew for each stream, and what became of the thing is read by the page.
 */
export interface LiveEvent {
  /** Unique; every process hears events in the same order, that of the commits. */
  readonly id: string;
  readonly what: (typeof whats)[number];
  /** What kind of thing, by the name of its handle (`trajectory`, `lead`); empty where a command was about no one thing. */
  readonly kind: string;
  readonly subject: string;
  readonly place: EventPlace;
}

export interface EventPlace {
  readonly programme?: string;
  readonly lot?: string;
  readonly provider?: string;
  readonly enterprise?: string;
  readonly trajectory?: string;
}

const placeNames = ['programme', 'lot', 'provider', 'enterprise', 'trajectory'] as const;
const id = /^[\w-]{1,64}$/;

/** One line for the channel; far below the 8000 bytes that it carries at most. */
export function writeEvent({ id, what, kind, subject, place }: LiveEvent): string {
  return JSON.stringify([id, what, kind, subject, ...placeNames.map((name) => place[name] ?? null)]);
}

/** Reads what came over the channel; undefined for anything that we did not write, since anybody with a connection can. */
export function readEvent(payload: string): LiveEvent | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(payload);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts) || parts.length !== 4 + placeNames.length) return undefined;
  const [event, what, kind, subject, ...ids] = parts as unknown[];
  const isId = (value: unknown): value is string => typeof value === 'string' && id.test(value);
  const known = whats.find((one) => one === what);
  if (!isId(event) || !known || typeof kind !== 'string' || typeof subject !== 'string') return undefined;
  if (![kind, subject].every((value) => value === '' || isId(value))) return undefined;
  const place: Partial<Record<keyof EventPlace, string>> = {};
  for (const [at, name] of placeNames.entries()) {
    const value = ids[at];
    if (value === null) continue;
    if (!isId(value)) return undefined;
    place[name] = value;
  }
  return { id: event, what: known, kind, subject, place };
}

/** What of somebody's sight counts for one kind of thing: where they may see such things. */
export type Reach = Pick<Scope, 'programmes' | 'lots' | 'providers' | 'enterprises' | 'trajectories'>;

/** Whether a thing of the event's kind, where it happened, lies within somebody's sight. */
export function withinReach(reach: Reach | undefined, { place }: Pick<LiveEvent, 'place'>): boolean {
  if (!reach) return false;
  const within = (ids: readonly string[] | undefined, at: string | undefined) =>
    at !== undefined && (ids ?? []).includes(at);
  return (
    within(reach.programmes, place.programme) ||
    within(reach.lots, place.lot) ||
    within(reach.providers, place.provider) ||
    within(reach.enterprises, place.enterprise) ||
    within(reach.trajectories, place.trajectory)
  );
}

/** Everything in somebody's sight: what lists and homes follow. */
export const everythingMine = 'mine';

/** What a stream is told of an event: the topics (as it asked for them) that the event is about; empty when it hears nothing. */
export function topicsHeard(
  { topics, reach }: { readonly topics: readonly string[]; readonly reach: Readonly<Record<string, Reach>> },
  event: LiveEvent,
): readonly string[] {
  // A place is not a thing with a permission of its own: what happened there is heard by whoever sees trajectories or enterprises in it.
  const seen = event.kind
    ? withinReach(reach[event.kind], event)
    : Object.values(reach).some((one) => withinReach(one, event));
  if (!seen) return [];
  const about = new Set(
    Object.entries({ ...event.place, ...(event.kind ? { [event.kind]: event.subject } : {}) }).map(
      ([kind, subject]) => `${kind}:${subject}`,
    ),
  );
  // Who has a page open is of no interest to a list.
  return topics.filter((topic) => (topic === everythingMine ? event.what === 'changed' : about.has(topic)));
}
