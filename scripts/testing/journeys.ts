import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from './programs.ts';
import { runModule } from './run-program.ts';
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

async function runJourneys(): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-journeys-'));
  const file = path.join(folder, 'report.json');
  try {
    const ran = await runModule('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
      env: { CHROMIUM_PATH: await chromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file, BASE_URL: undefined },
    });
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
    run: runJourneys,
  },
];
