import './operations.server.ts';
import { config } from '#platform/server/config.ts';
import { closePool, openPool } from '#platform/server/database/pool.ts';
import { startJobs, stopJobs } from '#platform/server/jobs.ts';
import { endStreams, startLive, stopLive } from '#platform/server/live/hub.ts';
import { beforeEnding, whenAskedToStop } from '#platform/server/shutdown.ts';

/** Starts what a web process needs: the pool, the jobs, and an ear for what other processes do. The database is migrated before, by the command line. */
export async function startApp(): Promise<void> {
  const { databaseUrl } = config();
  if (!databaseUrl) throw new Error('The web process needs DATABASE_URL; start it with: npm start');
  openPool(databaseUrl);
  await startJobs(databaseUrl);
  startLive(databaseUrl);
  whenAskedToStop(endStreams);
  beforeEnding(async () => {
    await stopLive();
    await stopJobs();
    await closePool();
  });
}
