import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoringModel as model } from '../definition/model.ts';
import { publishedSteps } from '../definition/steps/all.ts';
import { neighboursInReach, nextSteps } from './nextSteps.ts';
import { neighboursOf, profileIds } from './profiles.ts';
import { allAre, bakery, fullAnswers, idealFor } from './sampleAnswers.testing.ts';
import { scoreScan } from './score.ts';
import { stepSizes } from './size.ts';

const anySize = fc.constantFrom(...stepSizes);

describe('nextSteps', () => {
  it('picks one step that strengthens the best profile and one toward a neighbour, both of the right size', () => {
    fc.assert(
      fc.property(fullAnswers, anySize, (answers, size) => {
        const result = scoreScan(model, answers);
        if (result.best === null || result.best === 'none') return;
        const { picked } = nextSteps(model, publishedSteps, result, size);
        expect(picked.map(({ purpose }) => purpose)).toEqual(['strengthen', 'toward']);
        expect(picked[0]!.step.profile).toBe(result.best);
        expect(neighboursOf(result.best)).toContain(picked[1]!.step.profile);
        for (const { step } of picked) expect(step.sizes).toContain(size);
      }),
    );
  });

  it('starts with ambition and foundation when there is no policy yet', () => {
    for (const size of stepSizes) {
      const { picked } = nextSteps(model, publishedSteps, scoreScan(model, allAre('not_yet')), size);
      expect(picked.map(({ step, purpose }) => [step.profile, purpose])).toEqual([
        ['ambition', 'start'],
        ['foundation', 'start'],
      ]);
    }
  });

  it('offers at least three steps for each list that it shows', () => {
    for (const profile of profileIds) {
      for (const size of stepSizes) {
        const { all } = nextSteps(model, publishedSteps, scoreScan(model, idealFor(profile)), size);
        for (const { steps } of all) expect(steps.length).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('prefers a step that works on what is not yet so', () => {
    const answers = { ...idealFor('foundation'), 'context.order': 'not_yet', 'policy.roles': 'sometimes' } as const;
    const result = scoreScan(model, answers);
    expect(result.best).toBe('foundation');
    expect(nextSteps(model, publishedSteps, result, 'under20').picked[0]!.step.id).toBe('foundation.whoDoesWhat');
  });

  it('leads to the nearest neighbour that does not fit well yet', () => {
    // The bakery's ambition fits well already, so its next step leads to the employee journey.
    const result = scoreScan(model, bakery);
    expect(result.ranking.slice(0, 2)).toEqual(['foundation', 'ambition']);
    expect(neighboursInReach(model, result, 'foundation')).toEqual(['journey', 'ambition']);
    const { picked } = nextSteps(model, publishedSteps, result, 'under20');
    expect(picked.map(({ step }) => step.profile)).toEqual(['foundation', 'journey']);
  });

  it('picks nothing when there are too few answers', () => {
    expect(nextSteps(model, publishedSteps, scoreScan(model, {}), 'under20')).toEqual({ picked: [], all: [] });
  });
});
