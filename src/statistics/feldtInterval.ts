import { fisherFQuantile } from './distributions/fisherF.ts';

/**
 * Feldt's interval around Cronbach's alpha, from the F distribution; exact under normality and equal loadings. The same
 * as SPSS gives for the ICC(3, k) of consistency. `n` ≥ 2 respondents, `items` ≥ 2, `level` such as 0.95.
 * Source: L. Feldt, D. Woodruff and F. Salih, Statistical inference for coefficient alpha (1987).
 */
export function feldtInterval(alpha: number, n: number, items: number, level = 0.95): readonly [number, number] {
  const [low, high] = feldtMultipliers(n, items, level);
  return [1 - (1 - alpha) * high, 1 - (1 - alpha) * low];
}

const kept = new Map<string, readonly [number, number]>();

/** The F quantiles depend on n and the number of items only: a report of fourteen scales asks for four pairs. */
function feldtMultipliers(n: number, items: number, level: number): readonly [number, number] {
  const key = `${n} ${items} ${level}`;
  const known = kept.get(key);
  if (known) return known;
  const tail = (1 - level) / 2;
  const df1 = n - 1;
  const df2 = (n - 1) * (items - 1);
  const found = [fisherFQuantile(tail, df1, df2), fisherFQuantile(1 - tail, df1, df2)] as const;
  if (kept.size > 1000) kept.clear();
  kept.set(key, found);
  return found;
}
