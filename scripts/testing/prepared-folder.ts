import { rmSync } from 'node:fs';
import { seedIfEmpty } from '#modules/seed.server.ts';
import { startEmbedded } from '#platform/server/database/embedded/index.ts';
import { migrate } from '#platform/server/database/migrate.ts';
import { newTemporaryFolder, removeLeftovers } from '../../tests/support/temporary.ts';

/** Global set-up of the project `start`: one data folder with the example programme, to copy from. */
export default async function setUp(): Promise<() => void> {
  await removeLeftovers();
  const folder = newTemporaryFolder('prepared');
  process.env.KRACHTLIJN_DATA = folder;
  const database = await startEmbedded(folder);
  try {
    await migrate(database.url);
    await seedIfEmpty(database.url);
  } finally {
    await database.stop();
  }
  process.env.PREPARED_DATA_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
