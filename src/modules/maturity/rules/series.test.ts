import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deletionDay, relations, sideBySide, type Relation, type SeriesMember } from './series.ts';

const member = (id: string, role: string, relation: Relation): SeriesMember => ({
  id,
  role,
  relation,
  finishedOn: '2026-11-16',
});
const owner = member('a', 'owner', 'first');

describe('scans of one enterprise', () => {
  test('a first scan has nothing beside it', () => {
    expect(sideBySide([owner], 'a')).toEqual([]);
    expect(sideBySide([owner], 'unknown')).toEqual([]);
  });

  test('the same person later: what changed, seen from the later one only', () => {
    const series = [owner, member('b', 'owner', 'again'), member('c', 'owner', 'again')];
    expect(sideBySide(series, 'c')).toEqual([{ kind: 'change', a: 'b', b: 'c' }]);
    expect(sideBySide(series, 'a')).toEqual([]);
  });

  test('another role, or a colleague in the same role: how each sees it, from both sides', () => {
    const series = [owner, member('b', 'team_leader', 'colleague'), member('c', 'owner', 'colleague')];
    expect(sideBySide(series, 'a')).toEqual([
      { kind: 'disagreement', a: 'b', b: 'a' },
      { kind: 'disagreement', a: 'c', b: 'a' },
    ]);
    expect(sideBySide(series, 'c')).toEqual([
      { kind: 'disagreement', a: 'a', b: 'c' },
      { kind: 'disagreement', a: 'b', b: 'c' },
    ]);
  });

  test('the latest word of each other role counts', () => {
    const series = [owner, member('b', 'hr', 'colleague'), member('c', 'hr', 'again')];
    expect(sideBySide(series, 'a')).toEqual([{ kind: 'disagreement', a: 'c', b: 'a' }]);
    expect(sideBySide(series, 'c').map(({ kind }) => kind)).toEqual(['change', 'disagreement']);
  });

  test('are never laid beside themselves, and never more than four times', () => {
    const members = fc.array(
      fc.record({ role: fc.constantFrom('owner', 'hr', 'team_leader'), relation: fc.constantFrom(...relations) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(members, (list) => {
        const series = list.map(({ role, relation }, index) => member(String(index), role, relation));
        for (const { id } of series) {
          const beside = sideBySide(series, id);
          expect(beside.length).toBeLessThanOrEqual(4);
          for (const pair of beside) expect(pair).toMatchObject({ b: id, a: expect.not.stringMatching(`^${id}$`) });
        }
      }),
    );
  });
});

test('an unclaimed scan is kept for thirty days', () => {
  expect(deletionDay('2026-11-16')).toBe('2026-12-16');
  expect(deletionDay('2028-02-01')).toBe('2028-03-02');
});
