import { type Column } from './column.ts';
import { constantIn, moments } from './linear/moments.ts';
import { oneFactor } from './linear/oneFactor.ts';
import { type Reason } from './reason.ts';

export interface OmegaTotal {
  /** Rows in which every item is answered. */
  readonly n: number;
  /** (Σ loadings)² / ((Σ loadings)² + Σ uniquenesses). */
  readonly omega: number | undefined;
  /** On one factor, in the order of the items. */
  readonly loadings: readonly number[];
  readonly reasons: readonly Reason[];
}

/**
 * McDonald's omega total of a scale with one factor: loadings by minimum residuals (unweighted least squares off the
 * diagonal) on the Pearson correlations. Two items do not identify a factor: they are given equal loadings. Undefined
 * when the solution is inadmissible: an item explained for more than 100 % (Heywood), or one that points the other way.
 * Source: R. McDonald, Test theory (1999); H. Harman and W. Jones, Factor analysis by minimizing residuals (1966).
 */
export function omegaTotal(items: readonly Column[]): OmegaTotal {
  const source = moments(items);
  const { n } = source;
  const k = items.length;
  const none = (why: Reason['why'], text: string, loadings: readonly number[] = []): OmegaTotal => ({
    n,
    omega: undefined,
    loadings,
    reasons: [{ of: 'omega', why, text }],
  });
  if (k < 2) return none('too-few-items', 'Omega needs two items.');
  if (n < 3) return none('too-few-rows', `Omega needs three rows without gaps; there are ${n}.`);
  const constant = items.find((_, place) => constantIn(source, place));
  if (constant) return none('constant', `${constant.name} is the same in every row that counts.`);
  const correlations = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++)
      correlations[i * k + j] =
        source.products[i * k + j]! / Math.sqrt(source.products[i * k + i]!) / Math.sqrt(source.products[j * k + j]!);
  return {
    n,
    ...omegaOfCorrelations(
      correlations,
      items.map(({ name }) => name),
    ),
  };
}

/** The same from a correlation matrix, row by row. */
export function omegaOfCorrelations(correlations: Float64Array, names: readonly string[]): Omit<OmegaTotal, 'n'> {
  const k = names.length;
  const none = (text: string, loadings: readonly number[]) => ({
    omega: undefined,
    loadings,
    reasons: [{ of: 'omega', why: 'inadmissible', text }] as const,
  });
  if (k === 2 && correlations[1]! <= 0) return none('The two items do not go together.', []);
  const loadings = k === 2 ? [Math.sqrt(correlations[1]!), Math.sqrt(correlations[1]!)] : oneFactor(correlations, k);
  if (!loadings) return none('No factor could be found.', []);
  const over = loadings.findIndex((loading) => Math.abs(loading) >= 1);
  if (over >= 0)
    return none(`Inadmissible: the factor explains more than all of ${names[over]} (a Heywood case).`, loadings);
  const against = loadings.findIndex((loading) => loading < 0);
  if (against >= 0)
    return none(`${names[against]} points the other way: turn it round first, or leave it out.`, loadings);
  return {
    omega: omegaOfLoadings(loadings),
    loadings,
    reasons:
      k === 2
        ? [
            {
              of: 'loadings',
              why: 'not-identified',
              text: 'Two items do not identify a factor: equal loadings are assumed.',
            },
          ]
        : [],
  };
}

/** Omega of standardised loadings whose uniquenesses are 1 − loading². */
export function omegaOfLoadings(loadings: readonly number[]): number {
  const sum = loadings.reduce((all, loading) => all + loading, 0);
  const unique = loadings.reduce((all, loading) => all + 1 - loading * loading, 0);
  return (sum * sum) / (sum * sum + unique);
}
