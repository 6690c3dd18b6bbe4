import { type Column } from './column.ts';
import { feldtInterval } from './feldtInterval.ts';
import { constantIn, moments, type Moments } from './linear/moments.ts';
import { type Reason } from './reason.ts';

export interface AlphaItem {
  readonly name: string;
  readonly mean: number | undefined;
  readonly sd: number | undefined;
  /** Correlation of the item with the sum of the others. */
  readonly itemRest: number | undefined;
  /** Alpha of the scale without this item. */
  readonly alphaIfDeleted: number | undefined;
}

export interface CronbachAlpha {
  /** Rows in which every item is answered. */
  readonly n: number;
  readonly alpha: number | undefined;
  /** Feldt's interval. */
  readonly interval: readonly [number, number] | undefined;
  /** From the mean correlation of the items; items that never vary are left out of it. */
  readonly standardised: number | undefined;
  readonly meanCorrelation: number | undefined;
  readonly items: readonly AlphaItem[];
  readonly reasons: readonly Reason[];
}

/**
 * Cronbach's alpha over the rows without gaps, k / (k − 1) · (1 − Σ item variances / variance of the sum), with item
 * statistics. Items must point the same way: turn reverse-keyed ones round first. Undefined for fewer than two items or
 * rows and when the sum never varies; a negative alpha is given as it is.
 * Source: L. Cronbach, Coefficient alpha and the internal structure of tests (1951).
 */
export function cronbachAlpha(items: readonly Column[], level = 0.95): CronbachAlpha {
  return alphaFromMoments(
    items.map(({ name }) => name),
    moments(items),
    items.map((item, index) => index),
    level,
  );
}

/** The same from moments that are there already; `chosen` are the places of the items in them. */
export function alphaFromMoments(
  names: readonly string[],
  source: Moments,
  chosen: readonly number[],
  level = 0.95,
): CronbachAlpha {
  const { n } = source;
  const k = chosen.length;
  const reasons: Reason[] = [];
  const size = source.columns;
  const product = (i: number, j: number) => source.products[chosen[i]! * size + chosen[j]!]!;
  const constant = chosen.map((place) => constantIn(source, place));
  const variance = (i: number) => (constant[i] ? 0 : product(i, i) / (n - 1));
  let total = 0;
  let itemSum = 0;
  const rows = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    if (constant[i]) continue;
    for (let j = 0; j < k; j++) if (!constant[j]) rows[i]! += product(i, j) / (n - 1);
    total += rows[i]!;
    itemSum += variance(i);
  }
  const enough = n >= 2 && k >= 2;
  if (n < 2) reasons.push({ of: 'alpha', why: 'too-few-rows', text: 'Alpha needs two rows without gaps.' });
  else if (k < 2) reasons.push({ of: 'alpha', why: 'too-few-items', text: 'Alpha needs two items.' });
  const alphaOf = (count: number, parts: number, whole: number, scale: number) =>
    whole > 1e-13 * scale ? (count / (count - 1)) * (1 - parts / whole) : undefined;
  const alpha = enough ? alphaOf(k, itemSum, total, itemSum) : undefined;
  if (enough && alpha === undefined)
    reasons.push({ of: 'alpha', why: 'constant', text: 'The sum of the items is the same in every row.' });
  const { standardised, meanCorrelation } = standardisedAlpha(k, n, product, constant);
  if (alpha !== undefined && standardised === undefined)
    reasons.push({ of: 'standardised', why: 'constant', text: 'Fewer than two items vary.' });
  return {
    n,
    alpha,
    interval: alpha === undefined ? undefined : feldtInterval(alpha, n, k, level),
    standardised,
    meanCorrelation,
    items: names.map((name, i) => {
      const rest = total - 2 * rows[i]! + variance(i);
      const restTotal = rest > 1e-13 * itemSum ? rest : 0;
      const own = variance(i);
      const itemRest =
        enough && own > 0 && restTotal > 0 ? (rows[i]! - own) / Math.sqrt(own) / Math.sqrt(restTotal) : undefined;
      if (enough && itemRest === undefined)
        reasons.push({
          of: `itemRest ${name}`,
          why: 'constant',
          text: `${name}, or the sum of the others, never varies.`,
        });
      return {
        name,
        mean: n > 0 ? source.means[chosen[i]!]! : undefined,
        sd: n > 1 ? Math.sqrt(own) : undefined,
        itemRest: itemRest === undefined ? undefined : Math.max(-1, Math.min(1, itemRest)),
        alphaIfDeleted: enough && k > 2 ? alphaOf(k - 1, itemSum - own, rest, itemSum) : undefined,
      };
    }),
    reasons,
  };
}

function standardisedAlpha(
  k: number,
  n: number,
  product: (i: number, j: number) => number,
  constant: readonly boolean[],
): Pick<CronbachAlpha, 'standardised' | 'meanCorrelation'> {
  let sum = 0;
  let varying = 0;
  for (let i = 0; i < k; i++) {
    if (constant[i]) continue;
    varying++;
    for (let j = 0; j < i; j++)
      if (!constant[j]) sum += product(i, j) / Math.sqrt(product(i, i)) / Math.sqrt(product(j, j));
  }
  if (varying < 2 || n < 2) return { standardised: undefined, meanCorrelation: undefined };
  const meanCorrelation = sum / ((varying * (varying - 1)) / 2);
  const below = 1 + (varying - 1) * meanCorrelation;
  return { meanCorrelation, standardised: below > 1e-13 ? (varying * meanCorrelation) / below : undefined };
}
