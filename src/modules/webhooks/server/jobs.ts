import { config } from '#platform/server/config.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { nextTry } from '../rules/events.ts';
import { sendSignal } from './send.ts';
import { forgetOld, noteAttempt, takeDue, type DueDelivery } from './store.ts';

const atOnce = 10;

const asSystem = <Result>(work: (db: Db) => Promise<Result>) =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:webhooks', system: true });
    return work(db);
  });

/** Sends what is due, ten at a time, until nothing is: no transaction stays open while somebody else's server thinks. */
export async function deliverDue(now: () => Date = () => new Date()): Promise<number> {
  let sent = 0;
  for (;;) {
    const due = await asSystem((db) => takeDue(db, now(), atOnce));
    await Promise.all(due.map((delivery) => deliver(delivery, now)));
    sent += due.length;
    if (due.length < atOnce) return sent;
  }
}

async function deliver(due: DueDelivery, now: () => Date): Promise<void> {
  const { id, event, attempts, url, secret } = due;
  const body = JSON.stringify({ id, ...due.body });
  const outcome = await sendSignal({ delivery: id, event, url, secret, body }, now(), config().webhookPrivate ?? false);
  const again = outcome.problem ? nextTry(attempts, now()) : null;
  const state = !outcome.problem ? 'delivered' : again ? 'waiting' : 'dead';
  await asSystem((db) =>
    noteAttempt(
      db,
      id,
      { state, status: outcome.status ?? null, problem: outcome.problem ?? null, nextAt: again ?? now() },
      now(),
    ),
  );
}

export const deliverSignals = defineJob({
  name: 'webhooks.deliver',
  every: '* * * * *',
  run: async () => void (await deliverDue()),
});

/** What was told (or could not be) is kept for a month, to look back and to send again. */
export const tidySignals = defineJob({
  name: 'webhooks.tidy',
  every: '41 3 * * *',
  run: () => asSystem((db) => forgetOld(db, new Date(Date.now() - 30 * 86_400_000))),
});
