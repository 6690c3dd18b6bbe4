/** When somebody last looked at their home page, and until when the sitting before this one lasted. */
export interface Visit {
  readonly seenAt: Date;
  /** Null during the first sitting. */
  readonly since: Date | null;
}

const minute = 60_000;
/** Looking again within this time changes nothing: a page that is opened ten times is not written ten times. */
const restless = 10 * minute;
/** After this long without a look, the next one is a new sitting. */
export const sittingGap = 120 * minute;
/** What somebody is told who looks for the first time: the last thirty days. */
export const firstLookDays = 30;

/** What to keep after a look; null when what is kept will do. */
export function visitAfterLook(visit: Visit | undefined, now: Date): Visit | null {
  if (!visit) return { seenAt: now, since: null };
  const away = now.getTime() - visit.seenAt.getTime();
  if (away < restless) return null;
  return { seenAt: now, since: away >= sittingGap ? visit.seenAt : visit.since };
}

/** From which moment on things are new to somebody: the end of the sitting before; undefined for who never looked before. */
export function newSince(visit: Visit | undefined, now: Date): Date | undefined {
  const coming = visitAfterLook(visit, now) ?? visit;
  return coming?.since ?? undefined;
}
