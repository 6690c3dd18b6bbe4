import { normalCritical } from './distributions/normal.ts';

/** The correlations whose sampling error is known well enough for an interval. */
export type CorrelationMethod = 'pearson' | 'spearman' | 'kendall';

/**
 * An interval around a correlation by Fisher's transformation. The variance of the transformed value is 1 / (n − 3) for
 * Pearson's r, (1 + r² / 2) / (n − 3) for Spearman's rho and 0.437 / (n − 4) for Kendall's tau (D. Bonett and T. Wright,
 * Sample size requirements for estimating Pearson, Kendall and Spearman correlations, 2000). Undefined for n ≤ 3 (tau: 4)
 * and for a perfect correlation.
 */
export function fisherInterval(
  r: number,
  n: number,
  method: CorrelationMethod = 'pearson',
  level = 0.95,
): readonly [number, number] | undefined {
  const rows = method === 'kendall' ? n - 4 : n - 3;
  if (!(rows > 0) || Math.abs(r) >= 1) return undefined;
  const variance = (method === 'pearson' ? 1 : method === 'spearman' ? 1 + (r * r) / 2 : 0.437) / rows;
  const half = normalCritical(level) * Math.sqrt(variance);
  const z = Math.atanh(r);
  return [Math.tanh(z - half), Math.tanh(z + half)];
}
