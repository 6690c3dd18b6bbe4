import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { databasePage } from '../../scripts/generating/databasePage.ts';
import { formatted } from '../../scripts/generating/formatted.ts';
import { useOwnDatabase } from '../support/database.ts';

const database = useOwnDatabase();

test('docs/database.md says what the migrations made (mend it with: npm run generate)', async () => {
  expect(readFileSync('docs/database.md', 'utf8')).toBe(
    await formatted('docs/database.md', await databasePage(database.url())),
  );
});
