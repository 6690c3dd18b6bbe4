import { type Column } from '../column.ts';
import { fisherFUpper } from '../distributions/fisherF.ts';
import { groupsOf } from '../groups/groupsOf.ts';
import { varianceTable, type VarianceTable } from '../groups/variance.ts';
import { noSpread, notCompared, tooFew, type Comparison } from './comparison.ts';

export interface Anova extends Comparison {
  readonly table: VarianceTable;
}

/** One-way analysis of variance; the effect is eta squared, the share of the variance that lies between groups. */
export function anova(outcome: Column, group: Column): Anova {
  const groups = groupsOf(outcome, group);
  const table = varianceTable(groups);
  const sizes = groups.map(({ values }) => values.length);
  const { n, df, between, within } = table;
  if (df[0] < 1 || df[1] < 1)
    return { ...notCompared('F', 'F', sizes, n, tooFew(`${n} values in ${sizes.length} groups are too few.`)), table };
  if (!(within > 0)) return { ...notCompared('F', 'F', sizes, n, noSpread('No group varies within.')), table };
  const statistic = between / df[0] / (within / df[1]);
  return {
    n,
    groupSizes: sizes,
    statisticName: 'F',
    statistic,
    df,
    p: fisherFUpper(statistic, df[0], df[1]),
    method: 'F',
    difference: undefined,
    interval: undefined,
    effect: { name: 'eta squared', value: between / (between + within), interval: undefined },
    reasons: [],
    table,
  };
}
