import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isProblemCode, problemStatuses } from '#platform/server/api/problems.ts';
import { problemTexts } from '#platform/text/problems/index.ts';

const sources = globSync('src/**/*.ts', { exclude: ['**/*.test.ts', '**/*.testing.ts'] });

/** Said by the door of a page and never by an operation, so no program meets it. */
const onlyOnPages: readonly string[] = ['wait'];

test('every code that a refusal can have is described, with the status it has', () => {
  const seen: string[] = [];
  for (const file of sources)
    for (const [, code, status] of readFileSync(file, 'utf8').matchAll(/new Refusal\(\s*'(\w+)',\s*(\d{3})/g)) {
      if (onlyOnPages.includes(code!)) continue;
      expect(isProblemCode(code), `${code} in ${file}: add it to src/platform/server/api/problems.ts`).toBe(true);
      expect(problemStatuses[code as keyof typeof problemStatuses], `${code} in ${file}`).toBe(Number(status));
      seen.push(code!);
    }
  expect(seen.length).toBeGreaterThan(5);
});

test('every code has a title and says what helps', () => {
  for (const code of Object.keys(problemStatuses)) {
    expect(problemTexts.catalogs.nl).toHaveProperty([`${code}.title`]);
    expect(problemTexts.catalogs.nl).toHaveProperty([`${code}.meaning`]);
  }
});

test('docs/api.md tells every code with its status', () => {
  const page = readFileSync('docs/api.md', 'utf8');
  for (const [code, status] of Object.entries(problemStatuses))
    expect(page, code).toMatch(new RegExp(`\\| \`${code}\`\\s*\\| ${status}\\s*\\|`));
});
