import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { forbidden, notNow } from '#platform/server/errors.ts';
import { isRecent } from '../rules/recentSignIn.ts';
import { signedInAt } from './store.ts';

/** Whether the caller's session began recently enough to change the ways to sign in. */
export async function signedInRecently(db: Db, actor: Actor, now: Date): Promise<boolean> {
  return actor.kind === 'person' && isRecent(await signedInAt(db, actor.id, actor.session), now);
}

/** The caller, when the session began just now; otherwise a refusal that says to sign in again. */
export async function whoSignedInRecently(db: Db, actor: Actor, now: Date): Promise<{ id: string; session: string }> {
  if (actor.kind !== 'person') throw forbidden();
  if (!(await signedInRecently(db, actor, now))) throw notNow('access:because.signInAgain');
  return actor;
}
