import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { dayInBrussels, type PlainDate } from '#shared/dates.ts';
import { deleteUnclaimed } from './store.ts';

/** Every night: what nobody took up within thirty days is deleted. `today` is for tests. */
export const deleteUnclaimedScans = defineJob<{ today?: PlainDate }>({
  name: 'maturity.deleteUnclaimedScans',
  every: '41 3 * * *',
  async run({ today = dayInBrussels(new Date()) }) {
    await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system:maturity.deleteUnclaimedScans', system: true });
      await deleteUnclaimed(db, today);
    });
  },
});
