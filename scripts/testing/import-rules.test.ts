import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from './run-program.ts';

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
  options: ICruiseOptions;
};

/** A small product in which every rule is broken exactly once, and some imports that are as they should be. */
const files: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: {
      '#modules/*': './src/modules/*',
      '#platform/*': './src/platform/*',
      '#shared/*': './src/shared/*',
      '#ui/*': './src/ui/*',
    },
    dependencies: { pg: '8' },
    devDependencies: { vitest: '5' },
  }),
  'src/shared/dates.ts': 'export const today = 1;',
  'src/shared/busy.ts': "import '#platform/server/clock.ts';",
  'src/platform/server/clock.ts': 'export const now = 1;',
  'src/platform/server/curious.ts': "import '#modules/plans/index.ts';",
  'src/platform/server/database/pool.ts': "import 'pg';",
  'src/modules/plans/index.ts': 'export const plans = 1;',
  'src/modules/plans/server/store.ts': "import '#platform/server/database/pool.ts'; import '#modules/people/index.ts';",
  'src/modules/plans/server/operations.ts': 'export const open = 1;',
  'src/modules/plans/server/driver.ts': "import 'pg';",
  'src/modules/plans/server/tested.ts': "import 'vitest';",
  'src/modules/plans/rules/pure.ts': "import '#shared/dates.ts';",
  'src/modules/plans/rules/reads.ts': "import 'node:fs';",
  'src/modules/plans/ui/PlanPage.svelte':
    '<script>import "../rules/pure.ts"; import "../../../platform/server/clock.ts";</script>',
  'src/modules/plans/ui/PlanCard.svelte': '<script>import "../server/operations.ts";</script>',
  'src/modules/people/index.ts': 'export const people = 1;',
  'src/modules/people/server/nosy.ts': "import '../../plans/server/store.ts';",
  'src/modules/people/server/circle.ts': "import './circleBack.ts';",
  'src/modules/people/server/circleBack.ts': "import './circle.ts'; export const back = 1;",
  'src/modules/people/server/lost.ts': "import '#modules/nowhere/index.ts';",
  'src/modules/people/server/calls.ts': "import '../../../../cli/start.ts';",
  'src/modules/people/server/supported.ts': "import '../../../../tests/support.ts';",
  'src/routes/plans/+page.server.ts': "import '#modules/plans/server/operations.ts';",
  'src/routes/plans/+page.svelte': '<script>import Page from "#modules/plans/ui/PlanPage.svelte";</script><Page />',
  'src/routes/plans/+server.ts': "import '#modules/plans/server/store.ts';",
  'cli/start.ts': "import '#modules/plans/index.ts';",
  'cli/deep.ts': "import '#modules/plans/server/store.ts';",
  'tests/support.ts': 'export const support = 1;',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-imports-'));
  for (const [place, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
    writeFileSync(path.join(folder, place), content);
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('every import rule catches its breach, and nothing else is caught', async () => {
  const { output } = await cruise(['src', 'cli', 'tests'], {
    ...config.options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: config.forbidden } as ICruiseOptions['ruleSet'],
    preserveSymlinks: true,
  });
  const { violations } = (output as ICruiseResult).summary;
  const caught = new Set(violations.map((violation) => violation.rule.name));
  expect([...caught].sort()).toEqual(config.forbidden.map((rule) => rule.name).sort());

  const guilty = new Set(violations.map((violation) => path.basename(violation.from)));
  for (const innocent of ['pool.ts', 'store.ts', 'pure.ts', '+page.server.ts', '+page.svelte', 'start.ts']) {
    expect(guilty, innocent).not.toContain(innocent);
  }
});
