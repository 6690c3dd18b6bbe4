import path from 'node:path';
import type { Table } from '#platform/datafiles/columns.ts';
import type { Dialect } from '#platform/datafiles/csv/dialect.ts';
import { DataFileProblem } from '#platform/datafiles/problem.ts';
import type { AnalysisPlan } from '../inputs.ts';

export interface DataOptions {
  readonly dialect?: Dialect;
  /** Told now and then which share of the file is read, 0 to 1. */
  onProgress?(share: number): void;
}

/** Columns of the data that a plan names: numbers, and those that only say to which group an answer belongs. */
export function columnsOf(plan: AnalysisPlan): { numbers: string[]; groups: string[] } {
  const scales = new Set(plan.scales.map(({ name }) => name));
  const numbers = new Set<string>();
  const groups = new Set<string>();
  const variable = (name: string) => {
    if (!scales.has(name)) numbers.add(name);
  };
  for (const { items } of plan.scales) for (const item of items) numbers.add(item);
  for (const { variables } of plan.correlations) variables.forEach(variable);
  for (const { outcome, blocks } of plan.regressions) [outcome, ...blocks.flat()].forEach(variable);
  for (const test of plan.tests) {
    if ('before' in test) [test.before, test.after].forEach(variable);
    if ('outcome' in test) variable(test.outcome);
    if ('group' in test) groups.add(test.group);
  }
  if (plan.cluster !== undefined) groups.add(plan.cluster);
  return { numbers: [...numbers], groups: [...groups].filter((name) => !numbers.has(name)) };
}

/** Reads what a plan needs of a .csv, .sav or .zsav file. @throws DataFileProblem */
export async function readData(file: string, plan: AnalysisPlan, options: DataOptions = {}): Promise<Table> {
  const { numbers, groups } = columnsOf(plan);
  if (numbers.length + groups.length === 0)
    throw new DataFileProblem(
      { file: path.basename(file) },
      'the plan asks nothing of it',
      'Put a scale, correlation, regression or test in the plan.',
    );
  if (/\.z?sav$/i.test(file)) {
    const { readSav } = await import('#platform/datafiles/sav/readSav.ts');
    return readSav(file, { numbers, words: groups, onProgress: options.onProgress });
  }
  const { readCsv } = await import('#platform/datafiles/csv/readCsv.ts');
  return readCsv(file, {
    numbers,
    words: groups,
    dialect: options.dialect,
    onProgress: (done, total) => options.onProgress?.(done / total),
  });
}
