import sql from 'sql-template-tag';
import { sealAudit } from './audit.ts';
import { enterScope, inTransaction } from './database/pool.ts';
import { defineJob } from './jobs.ts';

/** Seals the trail within a minute, so that writers never queue for the chain. */
export const sealTrail = defineJob({
  name: 'platform.sealTrail',
  every: '* * * * *',
  async run() {
    let sealed: number;
    do {
      sealed = await inTransaction('write', async (db) => {
        await enterScope(db, { actor: 'system', system: true });
        return sealAudit(db);
      });
    } while (sealed === 5000);
  },
});

/** Keys against double sending and counts of public doors are of no use after a day. */
export const tidy = defineJob({
  name: 'platform.tidy',
  every: '17 3 * * *',
  async run() {
    await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system', system: true });
      await db.run(sql`delete from idempotency_keys where created_at < now() - interval '1 day'`);
      await db.run(sql`delete from door_uses where slot < now() - interval '1 day'`);
      await db.run(sql`delete from drafts where saved_at < now() - interval '90 days'`);
    });
  },
});
