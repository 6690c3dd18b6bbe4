import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '#modules/operations.server.ts';
import { examplePlan, exampleSurvey } from '#modules/evaluation/example/exampleFiles.ts';
import { startEmbedded } from '#platform/server/database/embedded/index.ts';
import { migrate } from '#platform/server/database/migrate.ts';
import { databasePage } from './generating/databasePage.ts';
import { describedOperations } from './generating/describedOperations.ts';
import { formatted } from './generating/formatted.ts';
import { openApiPage } from './generating/openApiPage.ts';
import { personalDataPage } from './generating/personalDataPage.ts';
import { permissionsPage } from './generating/permissionsPage.ts';

// Writes what is made from the code: run it after a change of operations, permissions, migrations or the drawn survey.
const root = path.resolve(import.meta.dirname, '..');
const example = 'src/modules/evaluation/example';
writeFileSync(path.join(root, example, 'survey.csv'), exampleSurvey());
console.log(`wrote ${example}/survey.csv`);
await write(`${example}/plan.json`, JSON.stringify(examplePlan));

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-generate-'));
const database = await startEmbedded(folder);
try {
  await migrate(database.url);
  const described = describedOperations();
  await write('src/modules/interface/described/described.json', JSON.stringify(described));
  await write('docs/openapi.json', openApiPage(described));
  await write('docs/personal-data.md', personalDataPage());
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
