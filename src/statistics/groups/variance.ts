import { sampleOfValues } from '../sample.ts';
import { type GroupOfValues } from './groupsOf.ts';

/** The variance of grouped values, split into what lies between and within groups. */
export interface VarianceTable {
  readonly n: number;
  readonly groups: number;
  readonly between: number;
  readonly within: number;
  readonly df: readonly [number, number];
}

/** Sums of squares between and within groups. */
export function varianceTable(groups: readonly GroupOfValues[]): VarianceTable {
  const samples = groups.map((group) => sampleOfValues(group.values));
  const n = samples.reduce((sum, sample) => sum + sample.n, 0);
  const first = samples[0]?.mean ?? 0;
  // From the first group's mean: groups far from zero lose nothing.
  const grand = first + samples.reduce((sum, sample) => sum + sample.n * (sample.mean - first), 0) / n;
  const between = samples.reduce((sum, sample) => sum + sample.n * (sample.mean - grand) ** 2, 0);
  const within = samples.reduce((sum, sample) => sum + sample.squares, 0);
  return { n, groups: samples.length, between, within, df: [samples.length - 1, n - samples.length] };
}
