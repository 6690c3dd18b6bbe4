import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from './testing/programs.ts';
import { root } from './testing/run-program.ts';

// `npm run journey main-job`: one journey, at both sizes, with what it prints (steps, fields, taps).
const folder = path.join(root, 'tests', 'journeys');
const [name, ...rest] = process.argv.slice(2);
const known = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.spec.ts')) : [];
const names = known.map((file) => file.slice(0, -'.spec.ts'.length));
if (name === undefined || !names.includes(name)) {
  console.error(`Say which journey: npm run journey <name>. There are: ${names.join(', ') || 'none yet'}.`);
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', `tests/journeys/${name}.spec.ts`, ...rest],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: await chromium() } },
);
process.exit(status ?? 1);
