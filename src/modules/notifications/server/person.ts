import type { Actor } from '#platform/server/actor.ts';
import { forbidden } from '#platform/server/errors.ts';

/** Who is signed in; what is here is about oneself alone. */
export function personOf(actor: Actor): string {
  if (actor.kind !== 'person') throw forbidden();
  return actor.id;
}
