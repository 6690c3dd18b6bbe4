import { levelCounts, rowsOf, type Column } from './column.ts';
import { type Reason } from './reason.ts';

export interface Descriptives {
  readonly name: string;
  /** Values that are there, and that are missing. */
  readonly n: number;
  readonly missing: number;
  readonly mean: number | undefined;
  /** With n − 1 below the line, like `variance`. */
  readonly sd: number | undefined;
  readonly variance: number | undefined;
  /** Of the mean. */
  readonly standardError: number | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly median: number | undefined;
  /** G1 and G2 as SPSS, SAS and R's type 2 give them, corrected for n; excess kurtosis. */
  readonly skewness: number | undefined;
  readonly kurtosis: number | undefined;
  readonly reasons: readonly Reason[];
}

/** Values with how often each occurs, ascending. */
interface Weighted {
  readonly values: Float64Array;
  readonly counts: Float64Array | undefined;
  readonly n: number;
}

/** Mean, spread and shape of one column, without its missing values. */
export function descriptives(column: Column): Descriptives {
  const sorted = ascending(column);
  const { n } = sorted;
  const reasons: Reason[] = [];
  const missing = rowsOf(column) - n;
  if (n === 0) {
    reasons.push({ of: 'mean', why: 'too-few-rows', text: `${column.name} has no values.` });
    const none = { mean: undefined, minimum: undefined, maximum: undefined, median: undefined };
    return { name: column.name, n, missing, ...none, ...noSpread, reasons };
  }
  const first = valueAt(sorted, 0);
  const last = valueAt(sorted, n - 1);
  const mean = meanOf(sorted);
  const median = n % 2 ? valueAt(sorted, (n - 1) / 2) : (valueAt(sorted, n / 2 - 1) + valueAt(sorted, n / 2)) / 2;
  const spread =
    first === last ? constantSpread(column.name, n, reasons) : spreadOf(sorted, mean, column.name, reasons);
  return { name: column.name, n, missing, mean, minimum: first, maximum: last, median, ...spread, reasons };
}

type Spread = Pick<Descriptives, 'sd' | 'variance' | 'standardError' | 'skewness' | 'kurtosis'>;

const noSpread: Spread = {
  sd: undefined,
  variance: undefined,
  standardError: undefined,
  skewness: undefined,
  kurtosis: undefined,
};

function constantSpread(name: string, n: number, reasons: Reason[]): Spread {
  if (n < 2) {
    reasons.push({ of: 'sd', why: 'too-few-rows', text: `${name} has one value; a spread needs two.` });
    return noSpread;
  }
  reasons.push({ of: 'skewness', why: 'constant', text: `${name} is the same in every row.` });
  return { ...noSpread, sd: 0, variance: 0, standardError: 0 };
}

function spreadOf(sorted: Weighted, mean: number, name: string, reasons: Reason[]): Spread {
  const { n } = sorted;
  let m1 = 0;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  eachOf(sorted, (value, weight) => {
    const difference = value - mean;
    const square = difference * difference;
    m1 += weight * difference;
    m2 += weight * square;
    m3 += weight * square * difference;
    m4 += weight * square * square;
  });
  // What rounding of the mean left over.
  const variance = Math.max(0, (m2 - (m1 * m1) / n) / (n - 1));
  const sd = Math.sqrt(variance);
  let skewness: number | undefined;
  let kurtosis: number | undefined;
  const square = m2 / n;
  if (!(square * square > 0 && square * square < Infinity))
    reasons.push({
      of: 'skewness',
      why: 'out-of-range',
      text: `The spread of ${name} is beyond what doubles can square.`,
    });
  else {
    if (n >= 3) skewness = (m3 / n / square ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
    else reasons.push({ of: 'skewness', why: 'too-few-rows', text: `Skewness needs three values; ${name} has ${n}.` });
    if (n >= 4) kurtosis = (((n + 1) * (m4 / n / (square * square) - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
    else reasons.push({ of: 'kurtosis', why: 'too-few-rows', text: `Kurtosis needs four values; ${name} has ${n}.` });
  }
  return { variance, sd, standardError: sd / Math.sqrt(n), skewness, kurtosis };
}

function ascending(column: Column): Weighted {
  if (column.kind === 'coded') {
    const counts = levelCounts(column);
    return { values: column.levels, counts, n: counts.reduce((sum, count) => sum + count, 0) };
  }
  const values = column.values.filter((value) => !Number.isNaN(value)).sort();
  return { values, counts: undefined, n: values.length };
}

function eachOf(sorted: Weighted, take: (value: number, weight: number) => void): void {
  for (let index = 0; index < sorted.values.length; index++) {
    const weight = sorted.counts ? sorted.counts[index]! : 1;
    if (weight > 0) take(sorted.values[index]!, weight);
  }
}

function valueAt(sorted: Weighted, place: number): number {
  if (!sorted.counts) return sorted.values[place]!;
  let passed = 0;
  let index = 0;
  while ((passed += sorted.counts[index]!) <= place) index++;
  return sorted.values[index]!;
}

/** Taken from the smallest value, and refined once, so that values far from zero lose nothing. */
function meanOf(sorted: Weighted): number {
  const start = valueAt(sorted, 0);
  let sum = 0;
  eachOf(sorted, (value, weight) => (sum += weight * (value - start)));
  const mean = start + sum / sorted.n;
  let rest = 0;
  eachOf(sorted, (value, weight) => (rest += weight * (value - mean)));
  return mean + rest / sorted.n;
}
