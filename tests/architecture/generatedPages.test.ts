import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { describedOperations } from '../../scripts/generating/describedOperations.ts';
import { formatted } from '../../scripts/generating/formatted.ts';
import { openApiPage } from '../../scripts/generating/openApiPage.ts';
import { personalDataPage } from '../../scripts/generating/personalDataPage.ts';
import { permissionsPage } from '../../scripts/generating/permissionsPage.ts';

test('docs/permissions.md says what the operations declare (mend it with: npm run generate)', async () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(await formatted('docs/permissions.md', permissionsPage()));
});

test('docs/personal-data.md says what the modules declare about people (mend it with: npm run generate)', async () => {
  expect(readFileSync('docs/personal-data.md', 'utf8')).toBe(
    await formatted('docs/personal-data.md', personalDataPage()),
  );
});

test(
  'docs/openapi.json says what the operations take and give (mend it with: npm run generate)',
  { timeout: 240_000 },
  async () => {
    const described = describedOperations();
    const place = 'src/modules/interface/described/described.json';
    expect(readFileSync(place, 'utf8')).toBe(await formatted(place, JSON.stringify(described)));
    expect(readFileSync('docs/openapi.json', 'utf8')).toBe(
      await formatted('docs/openapi.json', openApiPage(described)),
    );
  },
);
