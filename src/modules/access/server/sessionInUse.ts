import type { Credentials } from '#platform/server/actor.ts';
import { Refusal } from '#platform/server/errors.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import { noteSession } from './operations/account.ts';

const between = 5 * 60_000;
const most = 20_000;
const noted = new Map<string, number>();

/** Notes that a session is in use, at most once in five minutes a process and never in anybody’s way. */
export function noteSessionInUse(credentials: Credentials): void {
  if (!credentials.session) return;
  const key = hashSecret(credentials.session);
  const now = Date.now();
  if (now - (noted.get(key) ?? 0) < between) return;
  if (noted.size >= most) noted.clear();
  noted.set(key, now);
  noteSession.call(credentials, {}).catch((problem: unknown) => {
    // An ended session is nobody’s; anything else is tried again with the next page.
    if (problem instanceof Refusal) return;
    noted.delete(key);
    console.error(`a session in use could not be noted: ${(problem as Error).message}`);
  });
}
