import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { forgetOldChallenges } from './challengeStore.ts';
import { forgetOldDevices } from './store.ts';
import { forgetOldTries } from './triesStore.ts';

/** Counts of guesses, unanswered challenges and browsers that nobody used for a year are of no use any more. */
export const tidySigningIn = defineJob({
  name: 'access.tidySigningIn',
  every: '37 3 * * *',
  async run() {
    await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system', system: true });
      const now = new Date();
      await forgetOldTries(db, now);
      await forgetOldChallenges(db, now);
      await forgetOldDevices(db, now);
    });
  },
});
