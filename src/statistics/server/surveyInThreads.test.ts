import { expect, test } from 'vitest';
import { byteColumn } from '../column.ts';
import { StatisticsError } from '../reason.ts';
import { surveyAnalysis } from '../survey/surveyAnalysis.ts';
import { dataTable } from '../table.ts';
import { surveyInThreads } from './surveyInThreads.ts';

const rows = 400_000;

/** Answers in memory that threads share. */
function sharedColumn(name: string, step: number) {
  const codes = new Uint8Array(new SharedArrayBuffer(rows));
  for (let row = 0; row < rows; row++) codes[row] = (row * step + (row >> 3)) % 5;
  return byteColumn(name, codes, 1, 5);
}

const table = dataTable([sharedColumn('q1', 3), sharedColumn('q2', 7), sharedColumn('q3', 11), sharedColumn('y', 13)]);
const plan = {
  scales: [{ name: 's', items: ['q1', 'q2', 'q3'] }],
  correlations: [{ method: 'spearman', missing: 'pairwise', variables: ['s', 'y'] }],
  regressions: [{ outcome: 'y', blocks: [['s']] }],
} as const;

test('a thread gives what the analysis gives here, scores included', async () => {
  expect(await surveyInThreads(table, plan)).toEqual(surveyAnalysis(table, plan));
});

test('while a thread counts, this one goes on', async () => {
  let turns = 0;
  const ticking = setInterval(() => turns++, 1);
  await Promise.all(Array.from({ length: 3 }, () => surveyInThreads(table, plan)));
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(5);
});

test('a name that is not there is the mistake of who asks, also from a thread', async () => {
  await expect(surveyInThreads(table, { ...plan, regressions: [{ outcome: 'z', blocks: [['s']] }] })).rejects.toThrow(
    new StatisticsError('There is no column named z.'),
  );
});
