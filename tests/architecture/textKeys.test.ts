import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { catalogOf } from '#platform/text/index.ts';
import { root } from '../../scripts/testing/run-program.ts';

/* A refusal names its text by a key in a string, which no type looks at: one that does not exist broke the answer. */

/** `module:key`, or a key of the platform's own error texts. */
const named = /'(?:([a-z-]+(?:\.office)?):)?((?:error|because)\.[\w.]+)'/g;

test('every text that a refusal names exists', () => {
  const missing: string[] = [];
  let seen = 0;
  for (const file of globSync('src/**/*.ts', { cwd: root })) {
    if (file.endsWith('.test.ts')) continue;
    for (const [, module, key = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(named)) {
      // Without a module only the platform's own error texts are meant; a form looks its own keys up, with types.
      if (!module && !key.startsWith('error.')) continue;
      seen += 1;
      const texts = catalogOf(module ?? 'errors');
      if (!texts || !(key in texts.catalogs.nl)) missing.push(`${file}: ${module ? `${module}:` : ''}${key}`);
    }
  }
  expect(missing).toEqual([]);
  expect(seen).toBeGreaterThan(200);
});
