import { firm, holds, period, totals, type TableCase } from './case.testing.ts';
import { size, tiny } from './sizeCase.testing.ts';

/** Consolidated accounts: what they hold is not added again (annex, art. 6(2) to 6(4)). */
export const consolidatedCases: readonly TableCase[] = [
  size(
    'consolidated accounts are not counted twice',
    { A: tiny, P: firm(80, 9, 9, { periods: [{ ...period(2025, 80, 9, 9), consolidated: ['A', 'S'] }] }), S: tiny },
    [holds('P', 'A', 60), holds('P', 'S', 60)],
    { totals: totals(80, 9, 9) },
  ),
  size(
    'own consolidated accounts hold the daughter',
    { A: { periods: [{ ...period(2025, 40, 8, 8), consolidated: ['L'] }] }, L: tiny },
    [holds('A', 'L', 60)],
    { totals: totals(40, 8, 8) },
  ),
  size(
    'consolidated accounts without headcount take that of the parts',
    {
      A: { periods: [{ year: 2025, headcount: 20, turnover: 8e6, balance: 8e6, consolidated: ['L'] }] },
      P: { periods: [{ year: 2025, turnover: 9e6, balance: 9e6, consolidated: ['A'] }] },
      L: tiny,
    },
    [holds('P', 'A', 60), holds('A', 'L', 60)],
    { isSme: null },
    { outcome: 'needs_evidence' },
  ),
  size(
    'accounts of a partner never take the figures of the enterprise itself away',
    { A: firm(100, 10, 10), P: { periods: [{ ...period(2025, 400, 90, 90), consolidated: ['A'] }] } },
    [holds('P', 'A', 50)],
    { totals: totals(300, 55, 55), class: 'large', partners: [{ id: 'P', share: 50 }] },
    { outcome: 'not_eligible' },
  ),
  size(
    'who lies in consolidated accounts needs none of its own',
    { A: tiny, P: { periods: [{ ...period(2025, 39, 9, 9), consolidated: ['A', 'S'] }] }, S: {} },
    [holds('P', 'A', 60), holds('P', 'S', 60)],
    { totals: totals(39, 9, 9), class: 'small', linked: [{ id: 'P' }, { id: 'S' }] },
    { outcome: 'eligible' },
  ),
  size(
    'consolidated accounts within consolidated accounts count once',
    {
      A: { periods: [{ ...period(2025, 39, 3, 3), consolidated: ['L'] }] },
      L: { periods: [{ ...period(2025, 30, 2, 2), consolidated: ['S'] }] },
      S: firm(10, 1, 1),
    },
    [holds('A', 'L', 60), holds('L', 'S', 60)],
    { totals: totals(39, 3, 3) },
  ),
];
