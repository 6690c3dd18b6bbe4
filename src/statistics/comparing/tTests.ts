import { type Column } from '../column.ts';
import { studentTCritical, studentTTwoSided } from '../distributions/studentT.ts';
import { hedgesG, pairedHedgesG } from '../effects/hedgesG.ts';
import { differencesOf, sampleOf, type Sample } from '../sample.ts';
import { noSpread, notCompared, tooFew, type Comparison, type Effect } from './comparison.ts';

/** Student's t test of pairs, on the rows that have both; the difference is after less before. */
export function pairedT(before: Column, after: Column, level = 0.95): Comparison {
  const pairs = differencesOf(before, after);
  const { difference } = pairs;
  const { n } = difference;
  if (n < 2) return notCompared('t', 't', [n], n, tooFew(`A paired t test needs two pairs; there are ${n}.`));
  if (difference.squares === 0)
    return notCompared('t', 't', [n], n, noSpread('Every pair has the same difference.'), difference.mean);
  const error = Math.sqrt(difference.squares / (n - 1) / n);
  const effect = pairedHedgesG(pairs.before, pairs.after, difference, level);
  return tested(difference.mean, error, n - 1, [n], n, effect, level);
}

/** Student's t test of two groups with one pooled variance; the difference is first less second. */
export function independentT(first: Column, second: Column, level = 0.95): Comparison {
  const [a, b] = [sampleOf(first), sampleOf(second)];
  const df = a.n + b.n - 2;
  const pooled = (a.squares + b.squares) / df;
  return ofGroups(a, b, Math.sqrt(pooled * (1 / a.n + 1 / b.n)), df, a.n > 0 && b.n > 0 && df > 0, level);
}

/** Welch's t test of two groups, each with its own variance; the difference is first less second. */
export function welchT(first: Column, second: Column, level = 0.95): Comparison {
  const [a, b] = [sampleOf(first), sampleOf(second)];
  const va = a.squares / (a.n - 1) / a.n;
  const vb = b.squares / (b.n - 1) / b.n;
  const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  return ofGroups(a, b, Math.sqrt(va + vb), df, a.n > 1 && b.n > 1, level);
}

function ofGroups(a: Sample, b: Sample, error: number, df: number, enough: boolean, level: number): Comparison {
  const sizes = [a.n, b.n];
  const n = a.n + b.n;
  if (!enough)
    return notCompared(
      't',
      't',
      sizes,
      n,
      tooFew(`Too few values to compare: ${a.n} in the first group, ${b.n} in the second.`),
    );
  if (!(error > 0)) return notCompared('t', 't', sizes, n, noSpread('Neither group varies.'), a.mean - b.mean);
  return tested(a.mean - b.mean, error, df, sizes, n, hedgesG(a, b, level), level);
}

function tested(
  difference: number,
  error: number,
  df: number,
  groupSizes: readonly number[],
  n: number,
  effect: Effect | undefined,
  level: number,
): Comparison {
  const t = difference / error;
  const half = studentTCritical(1 - level, df) * error;
  return {
    n,
    groupSizes,
    statisticName: 't',
    statistic: t,
    df,
    p: studentTTwoSided(t, df),
    method: 't',
    difference,
    interval: [difference - half, difference + half],
    effect,
    reasons: effect ? [] : [{ of: 'effect', why: 'too-few-rows', text: 'Too few values for an effect size.' }],
  };
}
