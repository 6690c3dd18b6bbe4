import { type Effect } from '../comparing/comparison.ts';
import { normalCritical } from '../distributions/normal.ts';

/**
 * The rank-biserial correlation of two groups: the share of pairs in which the first is larger less the share in which
 * the second is. The interval is Fisher's with the standard error without difference, √((n₁ + n₂ + 1) / (3 n₁ n₂)).
 * Source: H. Wendt, Dealing with a common problem in social science (1972).
 */
export function rankBiserial(u: number, n1: number, n2: number, level = 0.95): Effect {
  return effect((2 * u) / (n1 * n2) - 1, Math.sqrt((n1 + n2 + 1) / (3 * n1 * n2)), level);
}

/**
 * The same of pairs: the share of the rank sum that belongs to rises less that of falls. `rises` is the rank sum of the
 * positive differences, n the number of differences that are not zero.
 * Source: D. Kerby, The simple difference formula (2014).
 */
export function pairedRankBiserial(rises: number, n: number, level = 0.95): Effect {
  const all = (n * (n + 1)) / 2;
  return effect((2 * rises) / all - 1, Math.sqrt((n * (n + 1) * (2 * n + 1)) / 6) / all, level);
}

function effect(value: number, error: number, level: number): Effect {
  const half = normalCritical(level) * error;
  const z = Math.atanh(value);
  const interval = Math.abs(value) < 1 ? ([Math.tanh(z - half), Math.tanh(z + half)] as const) : undefined;
  return { name: 'rank-biserial', value, interval };
}
