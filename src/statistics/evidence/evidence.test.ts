import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { agreementOf, type Fixture } from './agreeing.ts';
import { subjects } from './subjects.ts';

const folder = path.join(import.meta.dirname, 'fixtures');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

test('there are fixtures of R and of PSPP, each with the script that made it beside it', () => {
  const scripts = readdirSync(folder);
  expect(files.length).toBeGreaterThan(6);
  for (const file of files)
    expect(scripts.some((name) => name === file.replace('.json', '.R') || name === file.replace('.json', '.sps'))).toBe(
      true,
    );
});

describe.each(files)('%s', (file) => {
  const { source, cases } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Fixture;
  test.each(cases.map((one) => [one.function, one.data, one] as const))(
    `%s agrees with ${source} on %s`,
    (name, _, one) => {
      const run = subjects[name];
      if (!run) throw new Error(`No subject ${name}`);
      const found = agreementOf(one.expected, run(one.input as never), one.tolerance);
      expect(found.differing).toEqual([]);
      expect(found.values).toBeGreaterThan(0);
    },
  );
});
