import type { LiveEvent } from './event.ts';

/**
 * The newest events that this process heard, so that a browser that was away for a moment catches up. Every process hears all
 * events in the order of the commits, so the id of the last one means the same in each of them.
 */
export class RecentEvents {
  readonly #most: number;
  #events: LiveEvent[] = [];
  #known = new Set<string>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The id of the newest event: from here on, nothing is missed. Empty while nothing was heard. */
  get position(): string {
    return this.#events.at(-1)?.id ?? '';
  }

  add(event: LiveEvent): void {
    if (this.#known.has(event.id)) return;
    this.#events.push(event);
    this.#known.add(event.id);
    if (this.#events.length > this.#most) this.#known.delete(this.#events.shift()!.id);
  }

  /** What came after an event; null when that is not known any more (too long ago, or before this process listened). */
  after(id: string): readonly LiveEvent[] | null {
    if (!this.#known.has(id)) return null;
    return this.#events.slice(this.#events.findLastIndex((event) => event.id === id) + 1);
  }

  /** Events may have been missed: what was known before says nothing any more. */
  forget(): void {
    this.#events = [];
    this.#known = new Set();
  }
}
