import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { addDays, dayInBrussels } from '#shared/dates.ts';
import { reminderDays } from '../rules/actionPlan.ts';
import { remindFollowUp } from './followUpReminding.ts';
import { momentsToRemind } from './followUpStore.ts';

const name = 'trajectories.remindFollowUps';

/** Sends the reminders of this day, each in a transaction of its own: one that fails does not keep the others. Gives how many left. */
export async function remindDueFollowUps(now: Date): Promise<number> {
  const until = addDays(dayInBrussels(now), Math.max(...reminderDays));
  const due = await inTransaction('read', async (db) => {
    await enterScope(db, { actor: `system:${name}`, system: true });
    return momentsToRemind(db, until);
  });
  let reminded = 0;
  const failures: unknown[] = [];
  for (const { trajectory, months } of due)
    try {
      const result = await remindFollowUp.call({ locale: 'nl', system: name }, { trajectory, months }, { now });
      if (result.reminded) reminded += 1;
    } catch (failure) {
      failures.push(failure);
    }
  // The queue tries again; those that left are not sent twice.
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reminders could not be sent`);
  return reminded;
}

/** Every morning at half past six in Brussels. */
export const remindFollowUps = defineJob({
  name,
  every: '30 6 * * *',
  async run() {
    await remindDueFollowUps(new Date());
  },
});
