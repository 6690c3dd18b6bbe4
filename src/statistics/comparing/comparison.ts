import { type Reason } from '../reason.ts';

/** The size of a difference, free of the units it was measured in. */
export interface Effect {
  readonly name: string;
  readonly value: number;
  /** From the normal approximation that its file names. */
  readonly interval: readonly [number, number] | undefined;
}

/** What every comparison of means or ranks gives. */
export interface Comparison {
  /** Rows (pairs in a paired test) that count, and in each group. */
  readonly n: number;
  readonly groupSizes: readonly number[];
  /** t, U, V, F or H: the name stands in `statisticName`. */
  readonly statisticName: string;
  readonly statistic: number | undefined;
  readonly df: number | readonly [number, number] | undefined;
  /** Two-sided where there are sides. */
  readonly p: number | undefined;
  /** How p was had: `t`, `F`, `chi-squared`, `exact` (all orders) or `normal` (with ties corrected for). */
  readonly method: string;
  /** In the units of the data: first less second group, or after less before. */
  readonly difference: number | undefined;
  readonly interval: readonly [number, number] | undefined;
  readonly effect: Effect | undefined;
  readonly reasons: readonly Reason[];
}

/** A comparison that cannot be made. */
export function notCompared(
  statisticName: string,
  method: string,
  groupSizes: readonly number[],
  n: number,
  reason: Reason,
  difference?: number,
): Comparison {
  return {
    n,
    groupSizes,
    statisticName,
    statistic: undefined,
    df: undefined,
    p: undefined,
    method,
    difference,
    interval: undefined,
    effect: undefined,
    reasons: [reason],
  };
}

export const tooFew = (text: string): Reason => ({ of: 'statistic', why: 'too-few-rows', text });
export const noSpread = (text: string): Reason => ({ of: 'statistic', why: 'constant', text });
