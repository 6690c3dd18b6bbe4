import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from './programs.ts';
import { runModule, type RunOptions } from './run-program.ts';
import { failed, type Outcome, type Step } from './step.ts';

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly { readonly message?: string }[];
}

/** The counts of a run of journeys; one that only passed the second time, or was skipped, has failed. */
export function countJourneys(said: string, code: number, report: PlaywrightReport | null): Outcome {
  if (!report) return failed(said);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const broken = unexpected + flaky + skipped;
  const failures = broken || code !== 0 || expected === 0 ? Math.max(broken, 1) : 0;
  return { passed: expected, failed: failures, report: failures ? said : undefined };
}

/** Each run has servers, a database and a folder for pictures of its own, so that two may run beside each other. */
async function runJourneys(projects: readonly string[], env: RunOptions['env'] = {}): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-journeys-'));
  const file = path.join(folder, 'report.json');
  try {
    const words = ['test', '--reporter=list,json', `--output=test-results/${projects.join('-')}`];
    const ran = await runModule(
      '@playwright/test/cli.js',
      [...words, ...projects.map((project) => `--project=${project}`)],
      { env: { ...env, CHROMIUM_PATH: await chromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file, BASE_URL: undefined } },
    );
    return countJourneys(ran.said, ran.code, readReport(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): PlaywrightReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
  } catch {
    return null;
  }
}

export const journeySteps: readonly Step[] = [
  {
    name: 'journeys',
    proves: 'people can do what they come for, in Chromium, on a phone and at a desk',
    core: false,
    after: 'build',
    run: () => runJourneys(['phone', 'desk']),
  },
  {
    name: 'pages',
    proves: 'every page can be read and used in every size, colour and way, by keyboard and on paper',
    core: false,
    after: 'build',
    beside: 'journeys',
    run: () => runJourneys(['pages'], { NOBODY_DIES: '1' }),
  },
];
