import { normalTwoSided } from '../distributions/normal.ts';
import { type JointCounts, marginsOf } from './pairs.ts';
import { type PairCorrelation, withinOne } from './pearson.ts';

/** Concordant less discordant pairs, and what ties do to each variable. */
export interface KendallCounts {
  readonly n: number;
  /** Concordant less discordant pairs of rows. */
  readonly s: number;
  /** Sizes of the groups of equal values. */
  readonly tiesX: readonly number[];
  readonly tiesY: readonly number[];
}

/** Kendall's tau-b. */
export function kendall(counts: KendallCounts): PairCorrelation {
  const pairs = (counts.n * (counts.n - 1)) / 2;
  const tied = (groups: readonly number[]) => groups.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  const x = pairs - tied(counts.tiesX);
  const y = pairs - tied(counts.tiesY);
  return { r: x > 0 && y > 0 ? withinOne(counts.s / Math.sqrt(x) / Math.sqrt(y)) : undefined, n: counts.n };
}

/**
 * The two-sided p of tau-b: from all orders when n < 50 and nothing is tied, else from the normal distribution with the
 * variance corrected for ties and no correction for continuity. Source: M. Kendall, Rank correlation methods (1970).
 */
export function kendallP(counts: KendallCounts): number | undefined {
  const { n, s, tiesX, tiesY } = counts;
  if (n < 3) return undefined;
  const untied = [...tiesX, ...tiesY].every((size) => size === 1);
  if (untied && n < 50) return exactP(n, s);
  const sum = (groups: readonly number[], term: (t: number) => number) => groups.reduce((all, t) => all + term(t), 0);
  const v0 = (t: number) => t * (t - 1) * (2 * t + 5);
  const v1 = (t: number) => t * (t - 1);
  const v2 = (t: number) => t * (t - 1) * (t - 2);
  const variance =
    (v0(n) - sum(tiesX, v0) - sum(tiesY, v0)) / 18 +
    (sum(tiesX, v1) * sum(tiesY, v1)) / (2 * n * (n - 1)) +
    (sum(tiesX, v2) * sum(tiesY, v2)) / (9 * n * (n - 1) * (n - 2));
  return normalTwoSided(s / Math.sqrt(variance));
}

function exactP(n: number, s: number): number {
  // How many orders of n have each number of discordant pairs, by adding one row at a time, as shares.
  let shares = new Float64Array([1]);
  for (let size = 2; size <= n; size++) {
    const next = new Float64Array(shares.length + size - 1);
    for (let count = 0; count < shares.length; count++)
      for (let more = 0; more < size; more++) next[count + more]! += shares[count]! / size;
    shares = next;
  }
  const discordant = ((n * (n - 1)) / 2 - Math.abs(s)) / 2;
  let tail = 0;
  for (let count = 0; count <= discordant; count++) tail += shares[count]!;
  return Math.min(1, 2 * tail);
}

/** Counts pairs of rows from a table of counts, row by row of the table. */
export function kendallOfCounts(joint: JointCounts): KendallCounts {
  const width = joint.ys.length;
  const margins = marginsOf(joint);
  const seen = new Float64Array(width);
  let s = 0;
  for (let i = 0; i < joint.xs.length; i++) {
    let below = 0;
    let above = seen.reduce((sum, count) => sum + count, 0);
    for (let j = 0; j < width; j++) {
      const count = joint.counts[i * width + j]!;
      above -= seen[j]!;
      s += count * (below - above);
      below += seen[j]!;
    }
    for (let j = 0; j < width; j++) seen[j]! += joint.counts[i * width + j]!;
  }
  const there = (counts: Float64Array) => [...counts].filter((count) => count > 0);
  return { n: joint.n, s, tiesX: there(margins.x), tiesY: there(margins.y) };
}

/** Counts pairs of rows of two arrays without gaps in n log n steps (W. Knight, 1966). */
export function kendallOfValues(x: Float64Array, y: Float64Array): KendallCounts {
  const n = x.length;
  const order = Uint32Array.from(x, (_, row) => row).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const ordered = Float64Array.from(order, (row) => y[row]!);
  const tiesX = groupSizes(Float64Array.from(order, (row) => x[row]!));
  // Pairs tied in both are neither: they were put in order of y, and so are never swapped.
  let both = 0;
  let run = 1;
  for (let place = 1; place <= n; place++) {
    const same = place < n && x[order[place]!] === x[order[place - 1]!] && ordered[place] === ordered[place - 1];
    if (same) run++;
    else {
      both += (run * (run - 1)) / 2;
      run = 1;
    }
  }
  const discordant = swapsOf(ordered);
  const tiesY = groupSizes(ordered);
  const tied = (groups: readonly number[]) => groups.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  const untied = (n * (n - 1)) / 2 - tied(tiesX) - tied(tiesY) + both;
  return { n, s: untied - 2 * discordant, tiesX, tiesY };
}

function groupSizes(sorted: Float64Array): number[] {
  const sizes: number[] = [];
  for (let first = 0; first < sorted.length;) {
    let next = first + 1;
    while (next < sorted.length && sorted[next] === sorted[first]) next++;
    sizes.push(next - first);
    first = next;
  }
  return sizes;
}

/** Sorts in place by merging, and counts how many pairs stood the wrong way round. */
function swapsOf(values: Float64Array): number {
  let swaps = 0;
  let from = values;
  let to = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place++) {
        if (left < middle && (right >= end || from[left]! <= from[right]!)) to[place] = from[left++]!;
        else {
          swaps += middle - left;
          to[place] = from[right++]!;
        }
      }
    }
    [from, to] = [to, from as Float64Array<ArrayBuffer>];
  }
  if (from !== values) values.set(from);
  return swaps;
}
