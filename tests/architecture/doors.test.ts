import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Every way in from outside goes through an operation. A route file may therefore only export what `page`, `pageOf`,
 * `form`, `file`, `download` or `api` made. The list of exceptions may only shrink.
 */
const exceptions: Readonly<Record<string, string>> = {};

const files = globSync('src/routes/**/{+page.server,+layout.server,+server}.ts').sort();

test('there are doors to look at', () => {
  expect(files.length).toBeGreaterThan(5);
});

test.each(files)('%s is a door to operations and nothing else', async (file) => {
  if (file in exceptions) return;
  const source = readFileSync(file, 'utf8');
  expect(source, 'a route has no SQL and no database').not.toMatch(
    /sql-template-tag|database\/pool|platform\/server\/(people|mail|files)/,
  );
  const exported = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(exported)) {
    if (/^(load|GET|POST|PUT|PATCH|DELETE|fallback)$/.test(name))
      expect(isDoor(value), `${name} in ${file} must be made by page(), form(), file(), download() or api`).toBe(true);
    if (name === 'actions')
      for (const [action, run] of Object.entries(value as object))
        expect(isDoor(run), `action ${action} in ${file}`).toBe(true);
  }
});

test('no exception is stale', () => {
  expect(Object.keys(exceptions).filter((file) => !files.includes(file))).toEqual([]);
});

function isDoor(value: unknown): boolean {
  return typeof value === 'function' && Symbol.for('krachtlijn.door') in value;
}
