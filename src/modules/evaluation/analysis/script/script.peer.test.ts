import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSav } from '#platform/datafiles/sav/writeSav.ts';
import { randomNumbers } from '#statistics/resampling/randomNumbers.ts';
import { runProgram } from '../../../../../scripts/testing/run-program.ts';
import { AnalysisPlan } from '../../inputs.ts';
import { exampleSurvey, publishedPlan } from '../../example/exampleFiles.ts';
import { carryOut } from '../carryOut.ts';
import { readData } from '../readData.ts';
import { writeScript } from './writeScript.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-script-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the script of a plan and holds each line against our result. Gives how many figures were compared. */
async function compare(data: string, wanted: object, excel = false): Promise<number> {
  const plan = AnalysisPlan.parse(wanted);
  const file = path.join(folder, data);
  const result = carryOut(await readData(file, plan, { dialect: excel ? 'excel' : 'plain' }), plan, data);
  writeFileSync(path.join(folder, 'script.R'), writeScript(plan, { data, excel }));
  const { code, said, output } = await runProgram('Rscript', ['--vanilla', 'script.R'], {
    cwd: folder,
    env: { LC_ALL: 'C.UTF-8' },
  });
  expect(code, said).toBe(0);
  const lines = output
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [string, string]);
  for (const [place, printed] of lines) {
    const ours = place
      .split('.')
      .reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], result);
    if (printed === 'null') expect(ours ?? null, place).toBeNull();
    else
      expect(distance(ours, Number(printed)), `${place}: ${String(ours)} and ${printed}`).toBeLessThan(
        place.endsWith('omega') ? 1e-6 : 1e-9,
      );
  }
  return lines.length;
}

/** Relative, but for figures so near zero that only rounding is left of them. */
function distance(ours: unknown, theirs: number): number {
  if (typeof ours !== 'number') return Infinity;
  return Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-6);
}

describe('the R script of a plan finds our numbers', () => {
  it('in the example: the whole published analysis and every kind of test', async () => {
    writeFileSync(path.join(folder, 'survey.csv'), exampleSurvey());
    const plan = {
      ...publishedPlan,
      correlations: [
        ...publishedPlan.correlations,
        { method: 'pearson', variables: ['age', 'expertise', 'formal'], missing: 'listwise' },
        { method: 'kendall', variables: ['age', 'satisfaction', 'room'] },
      ],
      regressions: [
        ...publishedPlan.regressions,
        { outcome: 'satisfaction', blocks: [['leadership', 'age']], robust: 'hc3' },
        { outcome: 'leaving', blocks: [['leadership'], ['satisfaction']], robust: 'cluster' },
      ],
      tests: [
        { kind: 'paired-t', before: 'leadership', after: 'room' },
        { kind: 'wilcoxon', before: 'sharing', after: 'support' },
        { kind: 'independent-t', outcome: 'leadership', group: 'role' },
        { kind: 'welch-t', outcome: 'leadership', group: 'role', groups: [2, 1] },
        { kind: 'mann-whitney', outcome: 'satisfaction', group: 'role' },
        { kind: 'anova', outcome: 'room', group: 'size' },
        { kind: 'kruskal-wallis', outcome: 'room', group: 'size' },
        { kind: 'icc', outcome: 'room', group: 'enterprise' },
        { kind: 'agreement', scale: 'leadership', group: 'enterprise' },
      ],
      cluster: 'enterprise',
    };
    expect(await compare('survey.csv', plan)).toBeGreaterThan(1500);
  });

  it('in an SPSS file with words for groups and declared missing values', async () => {
    const random = randomNumbers(7);
    const rows = Array.from({ length: 60 }, (_, row) => [
      row % 17 === 0 ? 9 : 1 + random.whole(5),
      1 + random.whole(5),
      1 + random.whole(5),
      random.normal(),
      row % 13 === 0 ? '' : row % 2 ? 'één' : 'twee',
    ]);
    await writeSav(
      path.join(folder, 'survey.sav'),
      {
        variables: [
          { name: 'q1', width: 0, missing: { values: [9] } },
          { name: 'q2', width: 0 },
          { name: 'q3', width: 0 },
          { name: 'score_before_rounding', width: 0 },
          { name: 'ploeg', width: 8 },
        ],
      },
      rows,
    );
    const plan = {
      scales: [{ name: 'q', items: ['q1', 'q2', 'q3'], reverse: ['q3'], min: 1, max: 5, minimumAnswered: 0.6 }],
      correlations: [{ method: 'spearman', variables: ['q', 'q1', 'score_before_rounding'], missing: 'pairwise' }],
      regressions: [{ outcome: 'score_before_rounding', blocks: [['q1', 'q2']] }],
      tests: [{ kind: 'welch-t', outcome: 'q', group: 'ploeg', groups: ['één', 'twee'] }],
      level: 0.9,
    };
    expect(await compare('survey.sav', plan)).toBeGreaterThan(60);
  });

  it('in a file from Excel, with seven rows, ties and names with spaces', async () => {
    const content = [
      'De vraag;b;"c ""d"""',
      '1;2,5;1',
      '2;1,5;1',
      '3;4,25;2',
      '4;3;3',
      '5;7,5;3',
      '6;5;',
      '7;6;9',
    ].join('\r\n');
    writeFileSync(path.join(folder, 'excel.csv'), `\uFEFF${content}\r\n`);
    const plan = {
      correlations: [
        { method: 'spearman', variables: ['De vraag', 'b', 'c "d"'] },
        { method: 'kendall', variables: ['De vraag', 'b'] },
      ],
      regressions: [{ outcome: 'b', blocks: [['De vraag'], ['c "d"']] }],
      tests: [{ kind: 'wilcoxon', before: 'De vraag', after: 'b' }],
    };
    expect(await compare('excel.csv', plan, true)).toBeGreaterThan(40);
  });
});
