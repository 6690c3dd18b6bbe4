import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoringModel as model } from '../definition/model.ts';
import { firstPicture } from './firstPicture.ts';
import { profileIds } from './profiles.ts';
import { anyLevel, someAnswers } from './sampleAnswers.testing.ts';

const five = fc.record(Object.fromEntries(model.firstStatements.map((id) => [id, anyLevel])));
const weightsOf = (id: string) => model.statements.find((statement) => statement.id === id)!.weights;

describe('firstPicture', () => {
  it('rests on five statements that together touch all five profiles, each strongly once', () => {
    expect(model.firstStatements).toHaveLength(5);
    for (const profile of profileIds) {
      expect(model.firstStatements.some((id) => weightsOf(id)[profile] === 3)).toBe(true);
    }
  });

  it('gives a fit to every profile once the five are known, and never calls itself certain', () => {
    fc.assert(
      fc.property(five, (answers) => {
        const { ready, result } = firstPicture(model, answers);
        expect(ready).toBe(true);
        expect(result).toMatchObject({ certainty: 'first', answered: 5, total: 5, situation: 'profiles' });
        expect(result.fits.every(({ fit }) => fit !== null)).toBe(true);
      }),
    );
  });

  it('lets every profile come out as the best', () => {
    const best = new Set<unknown>();
    for (const first of model.firstStatements) {
      const answers = Object.fromEntries(model.firstStatements.map((id) => [id, id === first ? 'always' : 'not_yet']));
      best.add(firstPicture(model, answers).result.best);
    }
    expect(best).toEqual(new Set(profileIds));
  });

  it('does not change by later answers', () => {
    fc.assert(
      fc.property(five, someAnswers, (answers, later) => {
        expect(firstPicture(model, { ...later, ...answers })).toEqual(firstPicture(model, answers));
      }),
    );
  });

  it('is not offered before the fifth answer, and shows nothing when fewer than three are known', () => {
    const four = Object.fromEntries(model.firstStatements.slice(1).map((id) => [id, 'always']));
    expect(firstPicture(model, four).ready).toBe(false);
    const unknown = Object.fromEntries(
      model.firstStatements.map((id, index) => [id, index < 2 ? 'always' : 'unknown']),
    );
    const picture = firstPicture(model, unknown);
    expect(picture.ready).toBe(true);
    expect(picture.result).toMatchObject({ best: null, certainty: 'none' });
  });
});
