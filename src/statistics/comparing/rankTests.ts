import { presentValues, type Column } from '../column.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import { pairedRankBiserial, rankBiserial } from '../effects/rankBiserial.ts';
import { midRanksOf, tieCorrection } from '../ranks.ts';
import { differencesOf } from '../sample.ts';
import { noSpread, notCompared, tooFew, type Comparison } from './comparison.ts';

export interface RankTestOptions {
  /** `exact` tries every order (only without ties), `normal` never does; left out: exact below fifty without ties. */
  readonly method?: 'exact' | 'normal';
  /** Half a rank off before the normal distribution, as R does by default; SPSS and PSPP do not, and neither do we. */
  readonly continuity?: boolean;
  readonly level?: number;
}

/** Half a rank towards the middle. */
const corrected = (distance: number, continuity: boolean | undefined) =>
  continuity ? Math.sign(distance) * Math.max(0, Math.abs(distance) - 0.5) : distance;

/** Wilcoxon's signed-rank test of pairs; zero differences are left out. The statistic V is the rank sum of the rises. */
export function wilcoxon(before: Column, after: Column, options: RankTestOptions = {}): Comparison {
  const differences = differencesOf(before, after).difference.values;
  const changed = differences.filter((value) => value !== 0);
  const n = changed.length;
  const sizes = [differences.length];
  if (n === 0)
    return notCompared(
      'V',
      'normal',
      sizes,
      differences.length,
      differences.length ? noSpread('No pair differs.') : tooFew('There are no pairs.'),
    );
  const ranks = midRanksOf(changed.map(Math.abs));
  let rises = 0;
  for (let row = 0; row < n; row++) if (changed[row]! > 0) rises += ranks[row]!;
  const ties = tieCorrection(ranks);
  const exact =
    ties === 0 && n === differences.length && options.method !== 'normal' && (n < 50 || options.method === 'exact');
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  const distance = corrected(rises - (n * (n + 1)) / 4, options.continuity);
  return {
    n: differences.length,
    groupSizes: sizes,
    statisticName: 'V',
    statistic: rises,
    df: undefined,
    p: exact ? signedRankP(rises, n) : normalTwoSided(distance / Math.sqrt(variance)),
    method: exact ? 'exact' : 'normal',
    difference: middleOfMeans(changed),
    interval: undefined,
    effect: pairedRankBiserial(rises, n, options.level),
    reasons: [],
  };
}

/** Mann and Whitney's test of two groups. The statistic U counts the pairs in which the first is larger, ties half. */
export function mannWhitney(first: Column, second: Column, options: RankTestOptions = {}): Comparison {
  const a = presentValues(first);
  const b = presentValues(second);
  const [n1, n2] = [a.length, b.length];
  const n = n1 + n2;
  if (n1 === 0 || n2 === 0)
    return notCompared(
      'U',
      'normal',
      [n1, n2],
      n,
      tooFew(`Too few values to compare: ${n1} in the first group, ${n2} in the second.`),
    );
  const all = new Float64Array(n);
  all.set(a);
  all.set(b, n1);
  const ranks = midRanksOf(all);
  const ties = tieCorrection(ranks);
  let u = (-n1 * (n1 + 1)) / 2;
  for (let row = 0; row < n1; row++) u += ranks[row]!;
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
  if (!(variance > 0)) return notCompared('U', 'normal', [n1, n2], n, noSpread('Every value is the same.'), 0);
  const exact = ties === 0 && options.method !== 'normal' && ((n1 < 50 && n2 < 50) || options.method === 'exact');
  const distance = corrected(u - (n1 * n2) / 2, options.continuity);
  return {
    n,
    groupSizes: [n1, n2],
    statisticName: 'U',
    statistic: u,
    df: undefined,
    p: exact ? rankSumP(u, n1, n2) : normalTwoSided(distance / Math.sqrt(variance)),
    method: exact ? 'exact' : 'normal',
    difference: middleDifference(a, b),
    interval: undefined,
    effect: rankBiserial(u, n1, n2, options.level),
    reasons: [],
  };
}

/** Twice the smaller tail of V under all signs. */
function signedRankP(rises: number, n: number): number {
  const most = (n * (n + 1)) / 2;
  const shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (let rank = 1, reach = 0; rank <= n; rank++) {
    reach += rank;
    for (let sum = reach; sum >= 0; sum--) shares[sum] = (shares[sum]! + (sum >= rank ? shares[sum - rank]! : 0)) / 2;
  }
  let tail = 0;
  for (let sum = 0; sum <= Math.min(rises, most - rises); sum++) tail += shares[sum]!;
  return Math.min(1, 2 * tail);
}

/** Twice the smaller tail of U under all ways to share the ranks out. */
function rankSumP(u: number, n1: number, n2: number): number {
  const [small, large] = n1 < n2 ? [n1, n2] : [n2, n1];
  const most = small * large;
  // ways[k][s]: choices of k of the ranks so far whose rank sum is s above the least that k ranks can have.
  const ways = Array.from({ length: small + 1 }, () => new Float64Array(most + 1));
  ways[0]![0] = 1;
  for (let rank = 1; rank <= small + large; rank++)
    for (let k = Math.min(small, rank); k >= 1; k--) {
      const step = rank - k;
      for (let sum = most; sum >= step; sum--) ways[k]![sum]! += ways[k - 1]![sum - step]!;
    }
  let tail = 0;
  let total = 0;
  const limit = Math.min(u, most - u);
  for (let sum = 0; sum <= most; sum++) {
    total += ways[small]![sum]!;
    if (sum <= limit) tail += ways[small]![sum]!;
  }
  return Math.min(1, (2 * tail) / total);
}

/** Beyond this many pairs the shift of Hodges and Lehmann is left out: it looks at each of them. */
const mostPairs = 4_000_000;

function middleOf(values: Float64Array): number {
  values.sort();
  const half = values.length >> 1;
  return values.length % 2 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}

function middleDifference(a: Float64Array, b: Float64Array): number | undefined {
  if (a.length * b.length > mostPairs) return undefined;
  const differences = new Float64Array(a.length * b.length);
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) differences[i * b.length + j] = a[i]! - b[j]!;
  return middleOf(differences);
}

function middleOfMeans(values: Float64Array): number | undefined {
  const n = values.length;
  if ((n * (n + 1)) / 2 > mostPairs) return undefined;
  const means = new Float64Array((n * (n + 1)) / 2);
  for (let i = 0, place = 0; i < n; i++) for (let j = i; j < n; j++) means[place++] = (values[i]! + values[j]!) / 2;
  return middleOf(means);
}
