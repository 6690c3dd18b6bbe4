/** Pages of a trajectory that several people write. */
export const presenceForms = ['plan', 'action_plan'] as const;
export type PresenceForm = (typeof presenceForms)[number];

/** A page that stands open somewhere, as its browser said last. */
export interface OpenPage {
  readonly person: string;
  /** The part of the page that has the focus; empty where none has. */
  readonly section: string;
  readonly seenAt: Date;
}

/** A browser says every this many seconds that it is still there … */
export const saidEverySeconds = 20;
/** … and counts as gone when it missed twice. */
export const goneAfterSeconds = 50;

export const isHere = (page: Pick<OpenPage, 'seenAt'>, now: Date): boolean =>
  now.getTime() - page.seenAt.getTime() <= goneAfterSeconds * 1000;

/** Everybody else who is here now, each once, where they were seen last; in a steady order. */
export function othersHere(pages: readonly OpenPage[], me: string, now: Date): readonly OpenPage[] {
  const newest = new Map<string, OpenPage>();
  for (const page of pages) {
    const known = newest.get(page.person);
    if (page.person !== me && isHere(page, now) && !(known && known.seenAt >= page.seenAt))
      newest.set(page.person, page);
  }
  return [...newest.values()].sort((a, b) => (a.person < b.person ? -1 : 1));
}
