/** Keys without their group, with a figure: `{ restartSeconds: 1.2 }`. What is not built yet is left out. */
export type Figures = Readonly<Record<string, number>>;

export interface Budget {
  readonly max?: number;
  readonly min?: number;
  readonly what: string;
}

/** One group of measurements: `npm run bench -- --only <name>`. Each stands in a file of `bench/groups/`. */
export interface Group {
  readonly name: string;
  readonly budgets: Readonly<Record<string, Budget>>;
  /** `say` tells what is going on, on standard error. */
  measure(say: (line: string) => void): Promise<Figures>;
}

/** The middle one of some measurements; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)]!;
  return sorted.length % 2 ? upper : (upper + sorted[middle - 1]!) / 2;
}

/** The largest of its kind that holds `share` of the values: p95 is `percentile(values, 0.95)`. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;
}
