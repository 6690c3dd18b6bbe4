import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { publishedPlan, surveyLines } from '#modules/evaluation/example/exampleFiles.ts';
import { readCsv } from '#platform/datafiles/csv/readCsv.ts';
import { statisticsPrograms } from '../../../scripts/testing/programs.ts';
import { root } from '../../../scripts/testing/run-program.ts';
import { median, type Budget, type Figures } from '../../group.ts';

export const wholeProcessBudgets: Readonly<Record<string, Budget>> = {
  wholeProcessVsR10000: {
    max: 0.5,
    what: 'npm run krachtlijn -- analyse over Rscript with the script it writes, same CSV, in pairs, median of 9',
  },
  peakMb1000000: { max: 200, what: 'peak memory of krachtlijn analyse at n = 1 000 000 (54 columns, 112 MB of CSV)' },
  csvMbPerSecond: { min: 100, what: 'reading that CSV, all 54 columns, median of 5' },
};

const seed = 20_231_001;
const pairs = 9;
const readings = 5;
/** A million different people take a minute to draw; these are repeated. */
const drawn = 50_000;

/** The published analysis from a CSV file, as somebody at a keyboard has it: process start, reading, computing, printing. */
export async function measureWholeProcess(say: (line: string) => void): Promise<Figures> {
  await statisticsPrograms();
  const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-bench-'));
  try {
    const at = (name: string) => path.join(folder, name);
    writeFileSync(at('plan.json'), JSON.stringify(publishedPlan));
    await writeSurvey(at('small.csv'), 10_000);
    await writeSurvey(at('large.csv'), 1_000_000);
    const words = (data: string) => ['analyse', '--data', at(data), '--plan', at('plan.json')];
    const analyse = (data: string) => ['run', '-s', 'krachtlijn', '--', ...words(data)];
    await timed('npm', [...analyse('small.csv'), '--script', at('script.R')]);
    const ratios: number[] = [];
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let pair = 0; pair < pairs; pair++) {
      ours.push(await timed('npm', analyse('small.csv')));
      theirs.push(await timed('Rscript', ['--vanilla', at('script.R')]));
      ratios.push(ours.at(-1)! / theirs.at(-1)!);
    }
    say(`10000 rows from CSV: ${median(ours).toFixed(0)} ms, R ${median(theirs).toFixed(0)} ms`);

    const megabytes = statSync(at('large.csv')).size / 1e6;
    const speeds: number[] = [];
    for (let reading = 0; reading < readings; reading++) {
      const begun = performance.now();
      readCsv(at('large.csv'));
      speeds.push(megabytes / ((performance.now() - begun) / 1000));
    }
    return {
      wholeProcessVsR10000: median(ratios),
      peakMb1000000: await peakOf(words('large.csv')),
      csvMbPerSecond: median(speeds),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeSurvey(file: string, rows: number): Promise<void> {
  const [head, ...lines] = surveyLines(seed, Math.min(rows, drawn));
  const block = lines.join('');
  function* blocks() {
    yield head!;
    for (let written = 0; written < rows; written += lines.length) yield block;
  }
  await pipeline(Readable.from(blocks()), createWriteStream(file));
}

/** Milliseconds from start to end. @throws when the program fails */
function timed(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(performance.now() - begun) : reject(new Error(`${program} ended with ${code}:\n${said}`)),
    );
  });
}

/** The most memory that a command held, in MB: the system’s own high-water mark, looked at until the end. */
async function peakOf(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [path.join(root, 'scripts/bootstrap.mjs'), 'krachtlijn', ...args], {
    cwd: root,
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let peak = 0;
  const look = setInterval(() => {
    try {
      const mark = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      peak = Math.max(peak, Number(mark?.[1] ?? 0));
    } catch {
      // It has just ended.
    }
  }, 5);
  const code = await ended;
  clearInterval(look);
  if (code !== 0 || peak === 0) throw new Error(`The large analysis ended with ${code}, at ${peak} kB.`);
  return (peak * 1024) / 1e6;
}
