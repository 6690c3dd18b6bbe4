import { hasGaps, levelCounts, lookupOf, rowsOf, type Column } from './column.ts';
import { kendall, kendallOfCounts, kendallOfValues, kendallP } from './correlation/kendall.ts';
import { completePairs, jointCounts } from './correlation/pairs.ts';
import { correlationP, pearson, pearsonOfCounts, withinOne } from './correlation/pearson.ts';
import { mostEnumerated, spearman, spearmanOfCounts, spearmanP } from './correlation/spearman.ts';
import { fisherInterval, type CorrelationMethod } from './fisherInterval.ts';
import { codedReader } from './linear/blockReader.ts';
import { blockMoments, constantIn, moments, type Moments } from './linear/moments.ts';
import { withoutGaps } from './gaps.ts';
import { midRanksOf, midRanksOfCounts } from './ranks.ts';
import { type Reason } from './reason.ts';

export type { CorrelationMethod };

/** Pairwise: every correlation on the rows that have both. Listwise: all on the rows that have everything. */
export type MissingRule = 'pairwise' | 'listwise';

export interface CorrelationOptions {
  readonly method: CorrelationMethod;
  readonly missing: MissingRule;
  /** Of the intervals; 0.95 when left out. */
  readonly level?: number;
}

type Cells<T> = readonly (readonly (T | undefined)[])[];

/** Square and symmetric, rows and columns in the order of `names`. */
export interface CorrelationMatrix {
  readonly method: CorrelationMethod;
  readonly missing: MissingRule;
  readonly names: readonly string[];
  /** 1 on the diagonal; undefined where a variable never varies. */
  readonly r: Cells<number>;
  /** Two-sided; undefined on the diagonal. */
  readonly p: Cells<number>;
  /** Rows behind each correlation; on the diagonal the values of the variable. */
  readonly n: readonly (readonly number[])[];
  /** Fisher's; undefined on the diagonal. */
  readonly interval: Cells<readonly [number, number]>;
  readonly reasons: readonly Reason[];
}

interface Pair {
  readonly r: number | undefined;
  readonly n: number;
  readonly p: number | undefined;
}

/** Pearson, Spearman (mid-ranks) or Kendall (tau-b) correlations of every two columns. */
export function correlationMatrix(columns: readonly Column[], options: CorrelationOptions): CorrelationMatrix {
  const { method, missing, level = 0.95 } = options;
  const used = missing === 'listwise' ? withoutGaps(columns) : columns;
  const k = used.length;
  const gaps = used.map(hasGaps);
  const whole = used.map((_, index) => index).filter((index) => !gaps[index]);
  const shared = method === 'kendall' ? undefined : sharedPairs(used, whole, method);
  const matrix = <T>(): (T | undefined)[][] =>
    Array.from({ length: k }, () => new Array<T | undefined>(k).fill(undefined));
  const r = matrix<number>();
  const p = matrix<number>();
  const interval = matrix<readonly [number, number]>();
  const n = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  const reasons: Reason[] = [];
  for (let i = 0; i < k; i++) {
    const own = presence(used[i]!, gaps[i]!);
    n[i]![i] = own.n;
    if (own.varies) r[i]![i] = 1;
    for (let j = 0; j < i; j++) {
      const pair = shared?.(i, j) ?? singlePair(used[i]!, used[j]!, method);
      n[i]![j] = n[j]![i] = pair.n;
      const of = `${used[i]!.name} × ${used[j]!.name}`;
      if (pair.r === undefined) reasons.push(noCorrelation(of, pair.n));
      else {
        r[i]![j] = r[j]![i] = pair.r;
        p[i]![j] = p[j]![i] = pair.p;
        if (pair.p === undefined)
          reasons.push({ of: `p of ${of}`, why: 'too-few-rows', text: `A p needs three rows; ${of} has ${pair.n}.` });
        interval[i]![j] = interval[j]![i] = fisherInterval(pair.r, pair.n, method, level);
      }
    }
  }
  return { method, missing, names: columns.map(({ name }) => name), r, p, n, interval, reasons };
}

function noCorrelation(of: string, n: number): Reason {
  return n < 2
    ? { of, why: 'too-few-rows', text: `A correlation needs two rows; ${of} has ${n}.` }
    : { of, why: 'constant', text: `${of}: one of the two is the same in every row that counts.` };
}

function presence(column: Column, gaps: boolean): { n: number; varies: boolean } {
  if (column.kind === 'coded') {
    let n = 0;
    let levels = 0;
    for (const count of levelCounts(column)) {
      n += count;
      if (count > 0) levels++;
    }
    return { n, varies: levels > 1 };
  }
  const values = gaps ? column.values.filter((value) => !Number.isNaN(value)) : column.values;
  return { n: values.length, varies: values.some((value) => value !== values[0]) };
}

/** One pass gives the correlations of all columns without gaps; the others are undefined here. */
function sharedPairs(
  columns: readonly Column[],
  whole: readonly number[],
  method: 'pearson' | 'spearman',
): ((i: number, j: number) => Pair | undefined) | undefined {
  const rows = columns[0] ? rowsOf(columns[0]) : 0;
  if (whole.length < 2 || (method === 'spearman' && rows <= mostEnumerated)) return undefined;
  const chosen = whole.map((index) => columns[index]!);
  const source = method === 'pearson' ? moments(chosen) : rankMoments(chosen, rows);
  const places = new Map(whole.map((index, place) => [index, place]));
  return (i, j) => {
    const a = places.get(i);
    const b = places.get(j);
    if (a === undefined || b === undefined) return undefined;
    const { n } = source;
    if (n < 2 || constantIn(source, a) || constantIn(source, b)) return { r: undefined, n, p: undefined };
    const at = (x: number, y: number) => source.products[x * source.columns + y]!;
    const r = withinOne(at(a, b) / Math.sqrt(at(a, a)) / Math.sqrt(at(b, b)));
    return { r, n, p: correlationP(r, n) };
  };
}

/** Cross products of mid-ranks, less the middle rank: halves, which doubles add without rounding. */
function rankMoments(columns: readonly Column[], rows: number): Moments {
  const middle = (rows + 1) / 2;
  const readers = columns.map((column) => {
    if (column.kind === 'coded') {
      const ranks = midRanksOfCounts(levelCounts(column));
      for (let level = 0; level < ranks.length; level++) ranks[level]! -= middle;
      return codedReader(column.codes, lookupOf(column, ranks), true);
    }
    const ranks = midRanksOf(column.values);
    return (block: Float64Array, at: number, from: number, to: number) => {
      for (let row = from; row < to; row++) block[at + row - from] = ranks[row]! - middle;
      return false;
    };
  });
  return blockMoments(readers, rows);
}

function singlePair(x: Column, y: Column, method: CorrelationMethod): Pair {
  const joint = jointCounts(x, y);
  const small = joint !== undefined && joint.n <= mostEnumerated;
  if (joint && !small) {
    if (method === 'kendall') {
      const counts = kendallOfCounts(joint);
      const tau = kendall(counts);
      return { ...tau, p: tau.r === undefined ? undefined : kendallP(counts) };
    }
    const found = method === 'pearson' ? pearsonOfCounts(joint, joint.xs, joint.ys) : spearmanOfCounts(joint);
    return { ...found, p: found.r === undefined ? undefined : correlationP(found.r, found.n) };
  }
  const both = completePairs(x, y);
  if (method === 'kendall') {
    const counts = kendallOfValues(both.x, both.y);
    const tau = kendall(counts);
    return { ...tau, p: tau.r === undefined ? undefined : kendallP(counts) };
  }
  const found = method === 'pearson' ? pearson(both.x, both.y) : spearman(both.x, both.y);
  if (found.r === undefined) return { ...found, p: undefined };
  const p =
    method === 'pearson'
      ? correlationP(found.r, found.n)
      : spearmanP(found.r, found.n, () => ({ x: midRanksOf(both.x), y: midRanksOf(both.y) }));
  return { ...found, p };
}
