import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseConditions, emptyIntake, mergeIntakes, type Intake } from './intake.ts';

const word = fc.constantFrom('', 'a', 'b');
const ticks = fc.constantFrom<string[]>([], ['x'], ['x', 'y']);
const condition = fc.record({ answer: fc.constantFrom('', 'yes', 'partly'), words: word });
const intakes = fc
  .record({
    question: word,
    context: word,
    motives: ticks,
    on: fc.constantFrom(null, '2023-10-02'),
    conditions: fc.record(Object.fromEntries(baseConditions.map((one) => [one, condition]))),
  })
  .map((some) => ({ ...emptyIntake, ...some }) as unknown as Intake);

describe('merging two intakes', () => {
  test('takes over what only one of the two filled in', () => {
    const { merged, conflicts } = mergeIntakes(
      { ...emptyIntake, question: 'mijn vraag', motives: ['growth'] },
      { ...emptyIntake, context: 'hun context', motives: ['growth'] },
    );
    expect(merged).toMatchObject({ question: 'mijn vraag', context: 'hun context', motives: ['growth'] });
    expect(conflicts).toEqual([]);
  });

  test('names a field with two answers, a base condition too', () => {
    const mine = { ...emptyIntake.conditions, awareness: { answer: 'yes', words: '' } } as Intake['conditions'];
    const theirs = { ...emptyIntake.conditions, awareness: { answer: 'partly', words: '' } } as Intake['conditions'];
    const { conflicts } = mergeIntakes(
      { ...emptyIntake, who: 'Bart', conditions: mine },
      { ...emptyIntake, who: 'Elif', conditions: theirs },
    );
    expect(conflicts.map(({ path }) => path)).toEqual(['who', 'conditions.awareness']);
  });

  test('finds two equal answers equal, in whatever order the database gives their parts', () => {
    const mine = { ...emptyIntake.conditions, awareness: { answer: 'yes', words: 'x' } } as Intake['conditions'];
    const theirs = { ...emptyIntake.conditions, awareness: { words: 'x', answer: 'yes' } } as Intake['conditions'];
    const both = [mine, theirs].map((conditions) => ({ ...emptyIntake, conditions }));
    expect(mergeIntakes(both[0]!, both[1]!).conflicts).toEqual([]);
  });

  test('never loses what I wrote, and with nothing of mine gives theirs', () => {
    fc.assert(
      fc.property(intakes, intakes, (mine, theirs) => {
        const { merged } = mergeIntakes(mine, theirs);
        if (mine.question) expect(merged.question).toBe(mine.question);
        else expect(merged.question).toBe(theirs.question);
        expect(mergeIntakes(emptyIntake, theirs)).toEqual({ merged: theirs, conflicts: [] });
        expect(mergeIntakes(mine, mine)).toEqual({ merged: mine, conflicts: [] });
      }),
    );
  });

  test('finds the same conflicts from either side', () => {
    fc.assert(
      fc.property(intakes, intakes, (one, other) => {
        const paths = (a: Intake, b: Intake) => mergeIntakes(a, b).conflicts.map(({ path }) => path);
        expect(paths(one, other)).toEqual(paths(other, one));
      }),
    );
  });
});
