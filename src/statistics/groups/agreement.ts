import { type Column, valuesOf } from '../column.ts';
import { type Reason, StatisticsError } from '../reason.ts';
import { sampleOfValues } from '../sample.ts';

export interface GroupAgreement {
  /** The value of the grouping column. */
  readonly group: number;
  /** Members who answered every item. */
  readonly n: number;
  /** r_wg of one item, r_wg(J) of several, 0 to 1; a variance beyond that of chance counts as 0. */
  readonly agreement: number | undefined;
}

export interface Agreement {
  readonly groups: readonly GroupAgreement[];
  readonly median: number | undefined;
  /** The share of groups with 0.70 or more. */
  readonly shareAtLeast70: number | undefined;
  readonly reasons: readonly Reason[];
}

/** The variance of answers by pure chance, each of the options equally likely: (options² − 1) / 12. */
export function uniformVariance(options: number): number {
  return (options * options - 1) / 12;
}

/**
 * James, Demaree and Wolf's r_wg(J): agreement of members about J items, against a variance expected by chance.
 * `variance` is the mean variance of the items. With J = 1 it is r_wg.
 */
export function rwg(variance: number, items: number, expected: number): number {
  if (!(variance >= 0 && expected > 0 && items >= 1))
    throw new StatisticsError('r_wg needs a variance of 0 or more, an expected one above 0, and an item.');
  const share = 1 - variance / expected;
  return share <= 0 ? 0 : (items * share) / (items * share + variance / expected);
}

/**
 * Agreement within each group about some items that share one answer scale of so many options, groups ascending. A group
 * needs two members who answered everything. `expected` is the variance by chance when it is not the uniform one.
 */
export function agreementWithin(
  items: readonly Column[],
  group: Column,
  options: number,
  expected = uniformVariance(options),
): Agreement {
  if (items.length === 0) throw new StatisticsError('Agreement needs an item.');
  const labels = valuesOf(group);
  const values = items.map(valuesOf);
  const members = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (Number.isNaN(label) || values.some((column) => Number.isNaN(column[row]!))) continue;
    const rows = members.get(label);
    if (rows) rows.push(row);
    else members.set(label, [row]);
  }
  const reasons: Reason[] = [];
  const groups = [...members]
    .sort(([left], [right]) => left - right)
    .map(([label, rows]): GroupAgreement => {
      const n = rows.length;
      if (n < 2) {
        reasons.push({ of: `group ${label}`, why: 'too-few-rows', text: `Group ${label} has ${n} complete answer.` });
        return { group: label, n, agreement: undefined };
      }
      const variances = values.map(
        (column) => sampleOfValues(Float64Array.from(rows, (row) => column[row]!)).squares / (n - 1),
      );
      const mean = variances.reduce((sum, variance) => sum + variance, 0) / variances.length;
      return { group: label, n, agreement: rwg(mean, items.length, expected) };
    });
  const known = groups.flatMap(({ agreement }) => (agreement === undefined ? [] : [agreement])).sort((a, b) => a - b);
  if (known.length === 0) {
    reasons.push({ of: 'median', why: 'too-few-rows', text: 'No group has two complete answers.' });
    return { groups, median: undefined, shareAtLeast70: undefined, reasons };
  }
  const half = known.length >> 1;
  const median = known.length % 2 ? known[half]! : (known[half - 1]! + known[half]!) / 2;
  return { groups, median, shareAtLeast70: known.filter((value) => value >= 0.7).length / known.length, reasons };
}
