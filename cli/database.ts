import { embeddedUrl, startEmbedded } from '#platform/server/database/embedded/index.ts';
import { instanceOwner, takeInstance } from '#platform/server/database/embedded/instance-lock.mjs';
import { readConfig, useConfig, type Config } from '#platform/server/config.ts';
import { Refusal } from './command.ts';
import { ensureReachable } from './reachable.ts';

/**
 * Runs work on the database that the settings name: the server of DATABASE_URL, the embedded one of a Krachtlijn that
 * runs now, or else the embedded one, started for the occasion and stopped afterwards.
 */
export async function withDatabase<Result>(
  work: (databaseUrl: string, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = readConfig();
  const runOn = (databaseUrl: string) => {
    useConfig({ ...config, databaseUrl });
    return work(databaseUrl, { ...config, databaseUrl });
  };
  if (config.databaseUrl) {
    await ensureReachable(config.databaseUrl);
    return runOn(config.databaseUrl);
  }

  const owner = instanceOwner(config.dataFolder);
  if (owner) {
    const url = embeddedUrl(config.dataFolder);
    if (!url)
      throw new Refusal(`Krachtlijn (process ${owner.pid}) is still starting its database. Try again in a moment.`);
    return runOn(url);
  }
  const instance = takeInstance(config.dataFolder);
  try {
    const database = await startEmbedded(config.dataFolder, { say: (line) => console.error(line) });
    try {
      return await runOn(database.url);
    } finally {
      await database.stop();
    }
  } finally {
    instance.release();
  }
}
