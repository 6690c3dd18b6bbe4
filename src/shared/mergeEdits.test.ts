import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeEdits, sameJson, takeMine, type Json } from './mergeEdits.ts';

const scalar = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'c'),
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
  fc.constant(null),
);
const ids = fc.constantFrom('i1', 'i2', 'i3', 'i4', 'i5');
const { value } = fc.letrec<{ value: Json; item: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.dictionary(fc.constantFrom('k1', 'k2', 'k3', '__proto__', 'constructor'), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    fc
      .uniqueArray(fc.tuple(ids, tie('value')), { selector: ([id]) => id, maxLength: 4 })
      .map((rows) => rows.map(([id, x]) => ({ id, x }))),
    fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { maxLength: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  item: scalar,
}));

/** Every scalar with the way to it; items of id lists by their id, other lists as one value. */
function leaves(x: Json | undefined, at = ''): Map<string, string> {
  const found = new Map<string, string>();
  const add = (inner: Map<string, string>) => inner.forEach((leaf, path) => found.set(path, leaf));
  if (Array.isArray(x) && x.length > 0 && x.every((item) => item && typeof item === 'object' && 'id' in item))
    for (const item of x as { id: string }[]) add(leaves(item as Json, `${at}/${item.id}`));
  else if (x && typeof x === 'object' && !Array.isArray(x))
    for (const [key, inner] of Object.entries(x)) add(leaves(inner, `${at}/${key}`));
  else if (Array.isArray(x)) x.forEach((inner) => found.set(`${at}=${JSON.stringify(inner)}`, JSON.stringify(inner)));
  else found.set(at, JSON.stringify(x));
  return found;
}

describe('merging two edits', () => {
  test('when only mine changed, mine is the result', () => {
    fc.assert(
      fc.property(value, value, (base, x) => {
        expect(mergeEdits(base, x, base)).toEqual({ merged: x, conflicts: [] });
      }),
    );
  });

  test('when only theirs changed, theirs is the result', () => {
    fc.assert(
      fc.property(value, value, (base, y) => {
        expect(mergeEdits(base, base, y)).toEqual({ merged: y, conflicts: [] });
      }),
    );
  });

  test('the same edit on both sides is no conflict', () => {
    fc.assert(
      fc.property(value, value, (base, x) => {
        expect(mergeEdits(base, x, structuredClone(x))).toEqual({ merged: x, conflicts: [] });
      }),
    );
  });

  test('nothing typed is lost: each value that either side changed is in the result or in a conflict', () => {
    fc.assert(
      fc.property(value, value, value, (base, mine, theirs) => {
        const { merged, conflicts } = mergeEdits(base, mine, theirs);
        const before = leaves(base);
        const listed = [merged, ...conflicts.flatMap((conflict) => [conflict.mine, conflict.theirs])];
        const seen = new Set(listed.flatMap((part) => [...leaves(part).values()]));
        for (const side of [mine, theirs])
          for (const [path, leaf] of leaves(side)) if (before.get(path) !== leaf) expect(seen).toContain(leaf);
      }),
      { numRuns: 500 },
    );
  });

  test('without conflict the two sides may swap places, but for the order of lists', () => {
    const sorted = (x: Json | undefined): Json | undefined =>
      Array.isArray(x)
        ? [...(x as Json[])]
            .map((item) => sorted(item)!)
            .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
        : x && typeof x === 'object'
          ? Object.fromEntries(
              Object.entries(x)
                .map(([key, inner]) => [key, sorted(inner as Json)] as const)
                .sort(([a], [b]) => (a < b ? -1 : 1)),
            )
          : x;
    fc.assert(
      fc.property(value, value, value, (base, mine, theirs) => {
        const one = mergeEdits(base, mine, theirs);
        const other = mergeEdits(base, theirs, mine);
        expect(other.conflicts.length).toBe(one.conflicts.length);
        if (one.conflicts.length === 0) expect(sorted(other.merged)).toEqual(sorted(one.merged));
      }),
    );
  });

  test('choosing mine for a conflict puts it in the merged value', () => {
    fc.assert(
      fc.property(value, value, value, (base, mine, theirs) => {
        const { merged, conflicts } = mergeEdits(base, mine, theirs);
        for (const conflict of conflicts) {
          let at: Json | undefined = takeMine(merged, conflict);
          for (const key of conflict.segments)
            at = Array.isArray(at)
              ? ((at as { id: string }[]).find((item) => item.id === key) as Json | undefined)
              : at && typeof at === 'object' && Object.hasOwn(at, key)
                ? (at as Record<string, Json>)[key]
                : undefined;
          expect(sameJson(at, conflict.mine)).toBe(true);
        }
      }),
    );
  });
});

describe('two people on one plan', () => {
  const base = {
    title: 'Plan',
    goals: [
      { id: 'g1', title: 'Onthaal', hours: 4 },
      { id: 'g2', title: 'Matrix', hours: 8 },
    ],
  };

  test('keep both their new goals, in order', () => {
    const mine = { ...base, goals: [...base.goals, { id: 'm', title: 'Van mij', hours: 1 }] };
    const theirs = { ...base, goals: [base.goals[0]!, { id: 't', title: 'Van hen', hours: 2 }, base.goals[1]!] };
    const { merged, conflicts } = mergeEdits(base, mine, theirs);
    expect(merged.goals.map((goal) => goal.id)).toEqual(['g1', 't', 'g2', 'm']);
    expect(conflicts).toEqual([]);
  });

  test('on two fields of one goal both edits hold', () => {
    const mine = { ...base, goals: [{ id: 'g1', title: 'Onthaal nieuwe mensen', hours: 4 }, base.goals[1]!] };
    const theirs = { ...base, goals: [{ id: 'g1', title: 'Onthaal', hours: 6 }, base.goals[1]!] };
    expect(mergeEdits(base, mine, theirs).merged.goals[0]).toEqual({
      id: 'g1',
      title: 'Onthaal nieuwe mensen',
      hours: 6,
    });
  });

  test('on one field theirs stays and mine is listed at its place', () => {
    const mine = { ...base, title: 'Mijn plan' };
    const theirs = { ...base, title: 'Hun plan' };
    expect(mergeEdits(base, mine, theirs)).toEqual({
      merged: theirs,
      conflicts: [{ path: 'title', segments: ['title'], mine: 'Mijn plan', theirs: 'Hun plan' }],
    });
  });

  test('a goal that they took away while I edited it is a conflict, not a loss', () => {
    const mine = { ...base, goals: [base.goals[0]!, { id: 'g2', title: 'Matrix van het atelier', hours: 8 }] };
    const theirs = { ...base, goals: [base.goals[0]!] };
    const { merged, conflicts } = mergeEdits(base, mine, theirs);
    expect(merged).toEqual(theirs);
    expect(conflicts).toEqual([
      { path: 'goals.g2', segments: ['goals', 'g2'], mine: mine.goals[1], theirs: undefined },
    ]);
    expect(takeMine(merged, conflicts[0]!)).toEqual(mine);
  });

  test('ticked choices of both are kept, and what one took away is gone', () => {
    expect(mergeEdits(['a', 'b'], ['a', 'b', 'c'], ['b', 'd']).merged).toEqual(['b', 'd', 'c']);
  });
});
