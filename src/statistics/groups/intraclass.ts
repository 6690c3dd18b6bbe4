import { type Column } from '../column.ts';
import { fisherFQuantile, fisherFUpper } from '../distributions/fisherF.ts';
import { type Reason } from '../reason.ts';
import { groupsOf } from './groupsOf.ts';
import { varianceTable } from './variance.ts';

export interface Intraclass {
  readonly n: number;
  readonly groups: number;
  /** The group size that counts when groups differ: (N − Σ n² / N) / (groups − 1), not the mean. */
  readonly n0: number | undefined;
  readonly f: number | undefined;
  readonly df: readonly [number, number];
  readonly p: number | undefined;
  /** ICC(1): how much one member's answer says about another's; may be negative, and then counts as 0. */
  readonly icc1: number | undefined;
  /** From F; exact for groups of one size, near that otherwise. */
  readonly icc1Interval: readonly [number, number] | undefined;
  /** ICC(2): how reliable the means of groups are. */
  readonly icc2: number | undefined;
  readonly reasons: readonly Reason[];
}

/**
 * ICC(1) and ICC(2) of a column over groups, from the one-way analysis of variance.
 * Source: P. Bliese, Within-group agreement, non-independence, and reliability (2000).
 */
export function intraclass(outcome: Column, group: Column, level = 0.95): Intraclass {
  const groups = groupsOf(outcome, group);
  const { n, df, between, within } = varianceTable(groups);
  const none = { n0: undefined, f: undefined, p: undefined, icc1: undefined, icc1Interval: undefined, icc2: undefined };
  const without = (why: Reason['why'], text: string): Intraclass => ({
    n,
    groups: groups.length,
    df,
    ...none,
    reasons: [{ of: 'icc1', why, text }],
  });
  if (df[0] < 1 || df[1] < 1) return without('too-few-rows', `${n} values in ${groups.length} groups are too few.`);
  const msb = between / df[0];
  const msw = within / df[1];
  if (!(msb + msw > 0)) return without('constant', `${outcome.name} is the same in every row.`);
  const squares = groups.reduce((sum, { values }) => sum + values.length ** 2, 0);
  const n0 = (n - squares / n) / df[0];
  const reasons: Reason[] = [];
  if (!(msw > 0))
    reasons.push({ of: 'f', why: 'perfect', text: 'Within every group all values are the same: F is infinite.' });
  if (!(msb > 0)) reasons.push({ of: 'icc2', why: 'constant', text: 'All groups have the same mean.' });
  const f = msw > 0 ? msb / msw : undefined;
  const tail = (1 - level) / 2;
  const bound = (ratio: number) => (ratio - 1) / (ratio + n0 - 1);
  return {
    n,
    groups: groups.length,
    n0,
    f,
    df,
    p: f === undefined ? undefined : fisherFUpper(f, df[0], df[1]),
    icc1: (msb - msw) / (msb + (n0 - 1) * msw),
    icc1Interval:
      f === undefined
        ? undefined
        : [bound(f / fisherFQuantile(1 - tail, df[0], df[1])), bound(f / fisherFQuantile(tail, df[0], df[1]))],
    icc2: msb > 0 ? (msb - msw) / msb : undefined,
    reasons,
  };
}
