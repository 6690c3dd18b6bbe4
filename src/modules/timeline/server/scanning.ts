import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { scannerOf } from '#platform/server/scanner/scanner.ts';
import { bytesToScan, dropBytes, filesWaiting, keepVerdict } from './fileStore.ts';

const asSystem = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:timeline.scanFile', system: true });
    return work(db);
  });

/** Has one file scanned. Throws while the scanner cannot say anything: the file then goes on waiting. */
async function scanOne(attachment: string): Promise<void> {
  const waiting = await asSystem((db) => bytesToScan(db, attachment));
  if (!waiting) return;
  // Outside any transaction: a scanner takes its time.
  const verdict = await scannerOf().scan(waiting.bytes);
  await asSystem(async (db) => {
    const { outcome } = verdict;
    const found = outcome === 'infected' ? verdict.found : null;
    const kept = await keepVerdict(db, attachment, { state: outcome, found, at: new Date() });
    if (kept && outcome === 'infected') await dropBytes(db, waiting.file);
  });
}

/** Scans a file as soon as it was added; the queue tries again, less and less often, while the scanner is down. */
export const scanFile = defineJob<{ attachment: string }>({
  name: 'timeline.scanFile',
  run: ({ attachment }) => scanOne(attachment),
});

/** Scans what still waits when the queue gave up: a scanner that was down for a night. Stops at the first that fails, for the next round. */
export const scanWaiting = defineJob<{ before?: string }>({
  name: 'timeline.scanWaiting',
  every: '*/10 * * * *',
  async run({ before }) {
    const since = before ? new Date(before) : new Date(Date.now() - 600_000);
    for (const attachment of await asSystem((db) => filesWaiting(db, since))) await scanOne(attachment);
  },
});
