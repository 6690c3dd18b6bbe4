import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shared } from '#statistics/server/sentColumn.ts';
import { surveyInThreads } from '#statistics/server/surveyInThreads.ts';
import { surveyAnalysis, type SurveyResult } from '#statistics/survey/surveyAnalysis.ts';
import { dataTable, type DataTable } from '#statistics/table.ts';
import { statisticsPrograms } from '../../../scripts/testing/programs.ts';
import { runProgram } from '../../../scripts/testing/run-program.ts';
import { median, type Figures } from '../../group.ts';
import { publishedData, publishedPlan } from './published.ts';

const seed = 20_231_001;

// A million rows are divided over two threads of the process, as a server would; what one thread takes is told as well.
const sizes = [
  { rows: 95, key: 'inProcessMs95', rounds: 2000, ofR: 15, way: surveyAnalysis },
  { rows: 10_000, key: 'inProcessMs10000', rounds: 200, ofR: 15, way: surveyAnalysis },
  { rows: 1_000_000, key: 'inProcessMs1000000', rounds: 12, ofR: 5, way: surveyInThreads },
] as const;

/** The published analysis in this process, warm, and in R its best way, one after the other in the same run. */
export async function measureInProcess(say: (line: string) => void): Promise<Figures> {
  await statisticsPrograms();
  const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-bench-'));
  try {
    const figures: Record<string, number> = {};
    for (const { rows, key, rounds, ofR, way } of sizes) {
      const data = dataTable([...publishedData(rows, seed).columns.values()].map(shared));
      const ours = await timed(data, rounds, way);
      figures[key] = ours.ms;
      if (way !== surveyAnalysis)
        say(`${rows} rows in one thread: ${(await timed(data, rounds, surveyAnalysis)).ms.toPrecision(3)} ms`);
      const r = await timedInR(folder, data, ofR);
      const same = agreement(ours.result, r.figures);
      say(
        `${rows} rows: ${ours.ms.toPrecision(3)} ms, R ${r.ms.toPrecision(3)} ms, ratio ${(ours.ms / r.ms).toPrecision(2)}; ${same}`,
      );
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Way = (table: DataTable, plan: typeof publishedPlan) => SurveyResult | Promise<SurveyResult>;

async function timed(data: DataTable, rounds: number, way: Way): Promise<{ ms: number; result: SurveyResult }> {
  const times: number[] = [];
  let result: SurveyResult | undefined;
  for (let round = 0; round < rounds; round++) {
    // Columns remember their counts: fresh ones every time, as after reading a file.
    const fresh = dataTable([...data.columns.values()].map((column) => ({ ...column })));
    const begun = performance.now();
    const answer = way(fresh, publishedPlan);
    result = answer instanceof Promise ? await answer : answer;
    times.push(performance.now() - begun);
  }
  return { ms: median(times.slice(Math.floor(rounds / 4))), result: result! };
}

async function timedInR(folder: string, data: DataTable, times: number): Promise<{ ms: number; figures: number[] }> {
  const file = path.join(folder, `${data.rows}.bytes`);
  const bytes = new Uint8Array(data.columns.size * data.rows);
  [...data.columns.values()].forEach((column, place) => {
    if (column.kind === 'coded')
      for (let row = 0; row < data.rows; row++) bytes[place * data.rows + row] = column.codes[row]! + 1;
  });
  writeFileSync(file, bytes);
  const script = path.join(import.meta.dirname, 'published.R');
  const { code, said, output } = await runProgram('Rscript', ['--vanilla', script, file, `${data.rows}`, `${times}`]);
  if (code !== 0) throw new Error(`R ended with ${code}:\n${said}`);
  const [ms, ...figures] = output.trim().split(' ').map(Number);
  return { ms: ms!, figures };
}

/** That both did the same work: an alpha, a correlation and a Durbin-Watson. */
function agreement(ours: SurveyResult, [alpha, rho, watson]: readonly number[]): string {
  const pairs = [
    [ours.scales[0]!.alpha.alpha!, alpha!],
    [ours.correlations[0]!.r[0]![1]!, rho!],
    [ours.regressions[0]!.durbinWatson!, watson!],
  ] as const;
  const largest = Math.max(...pairs.map(([a, b]) => Math.abs(a - b) / Math.abs(b)));
  if (!(largest < 1e-8)) throw new Error(`R finds other figures: ${JSON.stringify(pairs)}`);
  return `figures differ by ${largest.toExponential(0)}`;
}
