import { midRanksOf, midRanksOfCounts } from '../ranks.ts';
import { type JointCounts, marginsOf } from './pairs.ts';
import { correlationP, pearson, type PairCorrelation, pearsonOfCounts } from './pearson.ts';

/** Up to this many rows p is had by trying every order of the ranks. */
export const mostEnumerated = 9;

/** Spearman's rho: Pearson's correlation of the mid-ranks, so that ties are handled, of two arrays without gaps. */
export function spearman(x: Float64Array, y: Float64Array): PairCorrelation {
  return pearson(midRanksOf(x), midRanksOf(y));
}

/** The same from a table of counts. */
export function spearmanOfCounts(joint: JointCounts): PairCorrelation {
  const margins = marginsOf(joint);
  return pearsonOfCounts(joint, midRanksOfCounts(margins.x), midRanksOfCounts(margins.y));
}

/**
 * The two-sided p of rho. For n ≤ 9 from all n! orders of the second ranking, ties included: twice the share of orders
 * whose rho is as far out on the observed side, at most 1. Above, Student's t with n − 2 degrees of freedom, as SPSS
 * gives it (R has an Edgeworth series there when nothing is tied). `ranks` gives the ranks when they are needed.
 */
export function spearmanP(
  rho: number,
  n: number,
  ranks: () => { x: Float64Array; y: Float64Array },
): number | undefined {
  if (n < 3) return undefined;
  if (n > mostEnumerated) return correlationP(rho, n);
  const { x, y } = ranks();
  return enumeratedP(x, y);
}

function enumeratedP(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  // Twice a mid-rank is whole: sums compare without rounding.
  const xs = x.map((rank) => 2 * rank);
  const ys = y.map((rank) => 2 * rank);
  let observed = 0;
  for (let row = 0; row < n; row++) observed += xs[row]! * ys[row]!;
  const expected = n * (n + 1) ** 2;
  const above = observed >= expected;
  let asFar = 0;
  let orders = 0;
  const visit = (place: number, sum: number): void => {
    if (place === n) {
      orders++;
      if (above ? sum >= observed : sum <= observed) asFar++;
      return;
    }
    for (let other = place; other < n; other++) {
      const taken = ys[other]!;
      ys[other] = ys[place]!;
      ys[place] = taken;
      visit(place + 1, sum + xs[place]! * taken);
      ys[place] = ys[other]!;
      ys[other] = taken;
    }
  };
  visit(0, 0);
  return Math.min(1, (2 * asFar) / orders);
}
