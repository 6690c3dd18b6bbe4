import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, runModule, type RunOptions } from './run-program.ts';
import { failed, type Outcome } from './step.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
  readonly testResults?: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** Runs one project of `vitest.config.ts` and counts its tests. A skipped test proves nothing and counts as failed. */
export async function runVitest(
  project: string,
  { filter, ...options }: RunOptions & { readonly filter?: string } = {},
): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-vitest-'));
  const file = path.join(folder, 'report.json');
  try {
    const ran = await runModule(
      'vitest/vitest.mjs',
      [
        'run',
        ...(filter ? [filter] : []),
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      options,
    );
    return countVitest(ran.said, ran.code, readReport(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return null;
  }
}

/** The counts of a report; a run that broke off, or found nothing to run, has failed whatever was counted. */
export function countVitest(said: string, code: number, report: VitestReport | null): Outcome {
  if (!report) return failed(said);
  const skipped = report.numPendingTests + report.numTodoTests;
  const broken = report.numFailedTests + skipped;
  const silent = broken === 0 && (code !== 0 || !report.success || report.numPassedTests === 0);
  const failures = broken + (silent ? 1 : 0);
  return {
    passed: report.numPassedTests,
    failed: failures,
    report: failures
      ? `${tellFailures(report)}${said}${skipped ? `\n${skipped} skipped tests count as failed.` : ''}`
      : undefined,
  };
}

/** What failed, first and short: a build machine may keep only the beginning of what was said. */
function tellFailures({ testResults = [] }: VitestReport): string {
  const short = (text: string) => text.trim().split('\n').slice(0, 12).join('\n').replace(/^/gm, '  ');
  return testResults
    .flatMap(({ name, message, assertionResults }) => {
      const file = path.relative(root, name);
      const broken = assertionResults.filter(({ status }) => status === 'failed');
      if (broken.length === 0) return message ? [`${file}\n${short(message)}\n`] : [];
      return broken.map((one) => `${file} > ${one.fullName}\n${short(one.failureMessages?.join('\n') ?? '')}\n`);
    })
    .join('');
}
