import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '#modules/operations.server.ts';
import { startEmbedded } from '#platform/server/database/embedded/index.ts';
import { migrate } from '#platform/server/database/migrate.ts';
import { databasePage } from './generating/databasePage.ts';
import { formatted } from './generating/formatted.ts';
import { permissionsPage } from './generating/permissionsPage.ts';

// Writes the pages that are made from the code: run it after a change of operations, permissions or migrations.
const root = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-generate-'));
const database = await startEmbedded(folder);
try {
  await migrate(database.url);
  await write('docs/permissions.md', permissionsPage());
  await write('docs/database.md', await databasePage(database.url));
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function write(name: string, content: string): Promise<void> {
  writeFileSync(path.join(root, name), await formatted(name, content));
  console.log(`wrote ${name}`);
}
