import { rmSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '#platform/server/database/migrate.ts';
import { startEmbedded } from '#platform/server/database/embedded/index.ts';
import { newTemporaryFolder, removeLeftovers } from '../../tests/support/temporary.ts';

const template = 'krachtlijn_template';

/**
 * Global set-up of the project `database`: a server (the embedded one, or the one that TEST_DATABASE_SERVER names) with
 * one migrated and seeded database, of which every test file gets a copy. Its address goes into TEST_DATABASE_URL.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = newTemporaryFolder('tests');
  process.env.KRACHTLIJN_DATA = folder;
  const given = process.env.TEST_DATABASE_SERVER;
  const embedded = given ? undefined : await startEmbedded(folder);
  const server = given ?? embedded!.url;
  const tidy = async () => {
    if (given) await inDatabase(server, `drop database if exists ${template} with (force)`);
    await embedded?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareTemplate(server);
  } catch (error) {
    await tidy();
    throw error;
  }
  return tidy;
}

async function prepareTemplate(server: string): Promise<void> {
  await inDatabase(server, `drop database if exists ${template} with (force)`);
  await inDatabase(server, `create database ${template}`);
  const url = new URL(server);
  url.pathname = `/${template}`;
  process.env.DATABASE_URL = process.env.TEST_DATABASE_URL = url.href;
  await migrate(url.href);
  const { seedIfEmpty } = await import('#modules/seed.server.ts');
  await seedIfEmpty(url.href);
}

async function inDatabase(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
