/** How long a sign-in counts as recent, in minutes: who changes the ways in must have come in just now. */
export const recentMinutes = 15;

/**
 * Whether somebody signed in recently enough to change how they sign in. A session that was left open, or stolen, must not be
 * enough to shut its owner out. `at` is when the session began; undefined for what is no session.
 */
export function isRecent(at: Date | undefined, now: Date): boolean {
  return at !== undefined && now.getTime() - at.getTime() <= recentMinutes * 60_000;
}
