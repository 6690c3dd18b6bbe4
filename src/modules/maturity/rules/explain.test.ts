import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoringModel as model } from '../definition/model.ts';
import { explain } from './explain.ts';
import { idealFor, someAnswers } from './sampleAnswers.testing.ts';
import { isKnown, scoreScan } from './score.ts';

describe('explain', () => {
  it('accounts for every point: all contributions of a profile together are its fit minus 50', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        for (const { fit, for: speaksFor, against } of explain(model, scoreScan(model, answers))) {
          if (fit.exact === null) continue;
          const sum = [...speaksFor, ...against].reduce((total, { points }) => total + points, 0);
          expect(sum).toBeCloseTo(fit.exact - 50, 4);
        }
      }),
    );
  });

  it('puts every statement with a weight on one side or among the unknown, and no statement without', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        for (const { profile, fit, for: speaksFor, against, unknown } of explain(model, scoreScan(model, answers))) {
          const weighed = model.statements.filter(({ weights }) => weights[profile]).map(({ id }) => id);
          const named = [...speaksFor, ...against].map(({ statement }) => statement);
          expect(unknown).toEqual(weighed.filter((id) => !isKnown((answers as Record<string, never>)[id])));
          if (fit.exact !== null) expect([...named, ...unknown].toSorted()).toEqual(weighed.toSorted());
        }
      }),
    );
  });

  it('puts the strongest reasons first', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        for (const { for: speaksFor, against } of explain(model, scoreScan(model, answers))) {
          for (const list of [speaksFor, against]) {
            const sizes = list.map(({ points }) => Math.abs(points));
            expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
          }
        }
      }),
    );
  });

  it('says how far the neighbours are in the points that the page shows, and what would bring them nearer', () => {
    const result = scoreScan(model, idealFor('foundation'));
    const foundation = explain(model, result).find(({ profile }) => profile === 'foundation')!;
    expect(foundation.neighbours.map(({ profile }) => profile)).toEqual(['ambition', 'journey']);
    for (const { fit, difference, nearest } of foundation.neighbours) {
      expect(difference).toBe(fit! - foundation.fit.fit!);
      expect(nearest.length).toBeGreaterThan(0);
      for (const { statement } of nearest) expect(result.answers[statement]).toBe('not_yet');
    }
  });

  it('knows that a low answer can speak for a profile', () => {
    const ambition = explain(model, scoreScan(model, idealFor('ambition')))[0]!;
    expect(ambition.for).toContainEqual(
      expect.objectContaining({ statement: 'policy.initiative', answer: 'not_yet', reversed: true }),
    );
  });

  it('refuses a result of another version of the model', () => {
    const result = scoreScan({ ...model, version: 99 }, idealFor('growth'));
    expect(() => explain(model, result)).toThrow('version 99');
  });
});
