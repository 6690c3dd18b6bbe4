/** How a family of tests is kept honest: Holm against any false find, Benjamini-Hochberg against too large a share. */
export type AdjustMethod = 'holm' | 'benjamini-hochberg';

/**
 * The p values of a family of tests, adjusted for how many there are; the order stays, undefined ones stay undefined and do
 * not count. Sources: S. Holm (1979); Y. Benjamini and Y. Hochberg (1995).
 */
export function adjustedP(ps: readonly (number | undefined)[], method: AdjustMethod): (number | undefined)[] {
  const there = ps.flatMap((p, index) => (p === undefined ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number | undefined>(ps.length).fill(undefined);
  const m = there.length;
  let bound = method === 'holm' ? 0 : 1;
  if (method === 'holm')
    there.forEach(({ p, index }, place) => {
      bound = Math.max(bound, Math.min(1, (m - place) * p));
      adjusted[index] = bound;
    });
  else
    for (let place = m - 1; place >= 0; place--) {
      const { p, index } = there[place]!;
      bound = Math.min(bound, (m / (place + 1)) * p);
      adjusted[index] = bound;
    }
  return adjusted;
}
