import type { Actor } from '#platform/server/actor.ts';

/** Whose name stands beside a line of the ledger; null for the system. */
export function personOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : actor.kind === 'link' ? (actor.person ?? null) : null;
}
