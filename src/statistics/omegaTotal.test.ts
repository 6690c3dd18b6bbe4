import { expect, test } from 'vitest';
import { omegaOfCorrelations, omegaOfLoadings } from './omegaTotal.ts';

const matrix = (...rows: number[][]) => Float64Array.from(rows.flat());

test.each([
  [[0.7, 0.8, 0.6, 0.75], 0.8066038],
  [[0.5, 0.5, 0.5], 0.5],
  [[0.9, 0.3, 0.4], 0.5688889],
])('loadings of %j give an omega of %d', (loadings, omega) => {
  expect(omegaOfLoadings(loadings)).toBeCloseTo(omega, 6);
});

test('correlations that one factor explains give its loadings back', () => {
  const loadings = [0.7, 0.8, 0.6, 0.75];
  const correlations = Float64Array.from(loadings.flatMap((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b))));
  const found = omegaOfCorrelations(correlations, ['a', 'b', 'c', 'd']);
  found.loadings.forEach((loading, place) => expect(loading).toBeCloseTo(loadings[place]!, 12));
  expect(found.omega).toBeCloseTo(0.8066038, 7);
});

test('an item explained for more than all of it makes the solution inadmissible, and it says so', () => {
  const found = omegaOfCorrelations(matrix([1, 0.9, 0.9], [0.9, 1, 0.5], [0.9, 0.5, 1]), ['a', 'b', 'c']);
  expect(found).toMatchObject({ omega: undefined, reasons: [{ why: 'inadmissible' }] });
  expect(found.reasons[0]!.text).toContain('Heywood');
});

test('an item that points the other way has to be turned round first', () => {
  const found = omegaOfCorrelations(matrix([1, 0.5, -0.4], [0.5, 1, -0.4], [-0.4, -0.4, 1]), ['a', 'b', 'c']);
  expect(found.omega).toBeUndefined();
  expect(found.reasons[0]!.text).toContain('c points the other way');
});

test('two items get equal loadings, and the result says that this was assumed', () => {
  const found = omegaOfCorrelations(matrix([1, 0.5], [0.5, 1]), ['a', 'b']);
  expect(found.omega).toBeCloseTo(2 / 3, 12);
  expect(found.reasons[0]!.why).toBe('not-identified');
});
