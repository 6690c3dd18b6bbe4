import type { TableCase } from './case.testing.ts';
import { aid, grant, ledger } from './ledgerCase.testing.ts';

/** Mergers and splits: which aid comes along (Regulation (EU) 2023/2831, art. 3(8) and 3(9)). */
export const eventCases: readonly TableCase[] = [
  ledger(
    'a merger brings its aid along',
    {
      events: [{ type: 'merger', date: '2026-01-01', from: ['X'], into: 'A' }],
      aid: [aid('2025-03-01', 290_000, { undertaking: 'X' })],
      grant: grant(20_000),
    },
    { used: 290_000, allowed: false },
    ['aidByEvent'],
  ),
  ledger(
    'a split divides aid by the equity',
    {
      events: [
        {
          type: 'split',
          date: '2026-01-01',
          from: 'X',
          into: [
            { id: 'A', share: 40 },
            { id: 'Y', share: 60 },
          ],
        },
      ],
      aid: [aid('2025-03-01', 100_000, { undertaking: 'X' })],
    },
    { used: 40_000, room: 260_000 },
  ),
  ledger(
    'a split gives aid to who used it',
    {
      events: [
        {
          type: 'split',
          date: '2026-01-01',
          from: 'X',
          into: [
            { id: 'A', share: 40 },
            { id: 'Y', share: 60 },
          ],
        },
      ],
      aid: [aid('2025-03-01', 100_000, { undertaking: 'X', usedBy: 'Y' })],
    },
    { used: 0 },
  ),
  ledger(
    'a split that nobody explained is asked about when it matters',
    {
      events: [{ type: 'split', date: '2026-01-01', from: 'X', into: ['A', 'Y'] }],
      aid: [aid('2025-03-01', 299_000, { undertaking: 'X' })],
    },
    { allowed: null },
    ['aidUnclear'],
  ),
  ledger(
    'aid of after the split stays where it was granted',
    {
      events: [
        {
          type: 'split',
          date: '2025-01-01',
          from: 'A',
          into: [
            { id: 'A', share: 50 },
            { id: 'Y', share: 50 },
          ],
        },
      ],
      aid: [aid('2025-03-01', 100_000)],
    },
    { used: 100_000 },
  ),
];
