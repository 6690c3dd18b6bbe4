import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoringModel as model } from '../definition/model.ts';
import { compareResults } from './compare.ts';
import { allAre, ids, idealFor, someAnswers } from './sampleAnswers.testing.ts';
import { scoreScan } from './score.ts';

describe('compareResults', () => {
  it('finds no difference between a result and itself', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const result = scoreScan(model, answers);
        const comparison = compareResults(result, result);
        expect(comparison.statements).toEqual([]);
        expect(comparison.knownByOne).toEqual([]);
        expect(comparison.equal).toBe(comparison.shared);
        expect(comparison.profiles!.every(({ difference }) => difference === 0 || difference === null)).toBe(true);
      }),
    );
  });

  it('turns around when the two change places', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (one, other) => {
        const there = compareResults(scoreScan(model, one), scoreScan(model, other));
        const back = compareResults(scoreScan(model, other), scoreScan(model, one));
        const plain = (list: typeof there.statements, sign: number) =>
          list.map(({ statement, steps }) => `${statement} ${steps * sign}`).toSorted();
        expect(plain(back.statements, -1)).toEqual(plain(there.statements, 1));
        expect([back.shared, back.equal, back.words]).toEqual([there.shared, there.equal, there.words]);
        for (const [index, { difference }] of there.profiles!.entries()) {
          expect(back.profiles![index]!.difference).toBe(difference === null ? null : 0 - difference);
        }
      }),
    );
  });

  it('names only statements that lie two steps or more apart, the widest first', () => {
    const a = allAre('not_yet');
    const b = { ...a, 'policy.roles': 'sometimes', 'support.time': 'mostly', 'policy.vision': 'always' } as const;
    const { statements, words } = compareResults(scoreScan(model, a), scoreScan(model, b));
    expect(statements.map(({ statement, steps }) => [statement, steps])).toEqual([
      ['policy.vision', 3],
      ['support.time', 2],
    ]);
    expect(statements[0]!.words.change).toBe('compare.change.higher');
    expect(words).toBe('compare.summary.few');
  });

  it('shows what only one of the two knew, and does not call it a difference', () => {
    const known = scoreScan(model, allAre('always'));
    const unknown = scoreScan(model, { ...allAre('always'), 'policy.roles': 'unknown' });
    const comparison = compareResults(known, unknown);
    expect(comparison.knownByOne).toEqual(['policy.roles']);
    expect(comparison.statements).toEqual([]);
    expect(comparison.shared).toBe(ids.length - 1);
  });

  it('calls a small difference about the same', () => {
    const result = scoreScan(model, idealFor('growth'));
    const nearly = scoreScan(model, { ...idealFor('growth'), 'context.staffing': 'mostly' });
    const growth = compareResults(result, nearly).profiles!.find(({ profile }) => profile === 'growth')!;
    expect(growth.difference).not.toBe(0);
    expect(growth.direction).toBe('same');
  });

  it('compares answers but no fits over two versions of the model', () => {
    const comparison = compareResults(
      scoreScan(model, allAre('always')),
      scoreScan({ ...model, version: 2 }, allAre('not_yet')),
    );
    expect(comparison.profiles).toBeNull();
    expect(comparison.words).toBe('compare.summary.many');
  });
});
