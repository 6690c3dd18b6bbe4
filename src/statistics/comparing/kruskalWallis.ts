import { type Column } from '../column.ts';
import { chiSquaredUpper } from '../distributions/chiSquared.ts';
import { groupsOf } from '../groups/groupsOf.ts';
import { midRanksOf, tieCorrection } from '../ranks.ts';
import { noSpread, notCompared, tooFew, type Comparison } from './comparison.ts';

/** Kruskal and Wallis's test of groups by ranks, ties corrected for; the effect is epsilon squared, H / (n − 1). */
export function kruskalWallis(outcome: Column, group: Column): Comparison {
  const groups = groupsOf(outcome, group);
  const sizes = groups.map(({ values }) => values.length);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const method = 'chi-squared';
  if (sizes.length < 2)
    return notCompared('H', method, sizes, n, tooFew(`There are ${sizes.length} groups; a comparison needs two.`));
  const ranks = midRanksOf(groups.flatMap(({ values }) => [...values]));
  const share = 1 - tieCorrection(ranks) / (n ** 3 - n);
  if (!(share > 0)) return notCompared('H', method, sizes, n, noSpread('Every value is the same.'));
  let from = 0;
  let sum = 0;
  for (const size of sizes) {
    // From the middle rank, so that large n loses no digits.
    let distance = 0;
    for (let row = from; row < from + size; row++) distance += ranks[row]! - (n + 1) / 2;
    sum += distance ** 2 / size;
    from += size;
  }
  const statistic = ((12 / (n * (n + 1))) * sum) / share;
  const df = sizes.length - 1;
  return {
    n,
    groupSizes: sizes,
    statisticName: 'H',
    statistic,
    df,
    p: chiSquaredUpper(statistic, df),
    method,
    difference: undefined,
    interval: undefined,
    effect: { name: 'epsilon squared', value: statistic / (n - 1), interval: undefined },
    reasons: [],
  };
}
