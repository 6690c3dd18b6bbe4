import { levelCounts, type Column } from './column.ts';

/**
 * The mid-rank of each value, 1 the smallest; tied values share the mean of their places; NaN where missing. Coded columns
 * are ranked by counting.
 */
export function midRanks(column: Column): Float64Array {
  if (column.kind === 'coded') {
    const ofLevel = midRanksOfCounts(levelCounts(column));
    return Float64Array.from(column.codes, (code) => ofLevel[code] ?? Number.NaN);
  }
  return midRanksOf(column.values);
}

/** The mid-rank of each of some levels from how often they occur; levels that do not occur get a rank between. */
export function midRanksOfCounts(counts: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(counts.length);
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    ranks[level] = below + (counts[level]! + 1) / 2;
    below += counts[level]!;
  }
  return ranks;
}

/** The mid-ranks of numbers; NaN stays NaN. */
export function midRanksOf(values: ArrayLike<number>): Float64Array {
  const present: number[] = [];
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row]!)) present.push(row);
  const order = Uint32Array.from(present).sort((left, right) => values[left]! - values[right]!);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[first]!]) last++;
    for (let place = first; place <= last; place++) ranks[order[place]!] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

/** Σ (t³ − t) over groups of tied values, the usual correction for ties. */
export function tieCorrection(ranks: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (let row = 0; row < ranks.length; row++) {
    const rank = ranks[row]!;
    if (!Number.isNaN(rank)) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of counts.values()) sum += count ** 3 - count;
  return sum;
}
