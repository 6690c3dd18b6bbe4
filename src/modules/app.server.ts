import './operations.server.ts';
import { config } from '#platform/server/config.ts';
import { closePool, openPool } from '#platform/server/database/pool.ts';
import { startJobs, stopJobs } from '#platform/server/jobs.ts';
import { beforeEnding } from '#platform/server/shutdown.ts';

/** Starts what a web process needs: the pool and the jobs. The database is migrated before, by the command line. */
export async function startApp(): Promise<void> {
  const { databaseUrl } = config();
  if (!databaseUrl) throw new Error('The web process needs DATABASE_URL; start it with: npm start');
  openPool(databaseUrl);
  await startJobs(databaseUrl);
  beforeEnding(async () => {
    await stopJobs();
    await closePool();
  });
}
