import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoringModel as model } from '../definition/model.ts';
import { levels, type StatementAnswer } from './model.ts';
import { neighboursOf, profileIds, type ProfileId } from './profiles.ts';
import { allAre, fullAnswers, ids, idealFor, someAnswers } from './sampleAnswers.testing.ts';
import { fitWord, isKnown, scoreScan, type ScanResult } from './score.ts';

const exactOf = (result: ScanResult, profile: ProfileId) => result.fits.find((fit) => fit.profile === profile)!.exact;
const anyId = fc.constantFrom(...ids);
const weightOf = (id: string, profile: ProfileId) => model.statements.find((s) => s.id === id)!.weights[profile] ?? 0;
const slack = 1e-5;

describe('every statement', () => {
  it.each(ids)('%s changes the fit of at least one profile, whatever the other answers are', (id) => {
    fc.assert(
      fc.property(fullAnswers, (answers) => {
        const low = scoreScan(model, { ...answers, [id]: 'not_yet' });
        const high = scoreScan(model, { ...answers, [id]: 'always' });
        expect(profileIds.some((profile) => Math.abs(exactOf(low, profile)! - exactOf(high, profile)!) > 1)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the fit of a profile', () => {
  it('never falls when an answer that speaks for it rises, and never rises when one that speaks against it does', () => {
    fc.assert(
      fc.property(someAnswers, anyId, fc.integer({ min: 0, max: 2 }), (answers, id, step) => {
        const before = scoreScan(model, { ...answers, [id]: levels[step]! });
        const after = scoreScan(model, { ...answers, [id]: levels[step + 1]! });
        for (const profile of profileIds) {
          const change = (exactOf(after, profile) ?? 0) - (exactOf(before, profile) ?? 0);
          const weight = weightOf(id, profile);
          if (weight > 0) expect(change).toBeGreaterThanOrEqual(-slack);
          if (weight < 0) expect(change).toBeLessThanOrEqual(slack);
          if (weight === 0) expect(change).toBe(0);
        }
      }),
    );
  });

  it('lies between 0 and 100, or is not known', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        for (const { exact, fit, word } of scoreScan(model, answers).fits) {
          if (exact === null) expect([fit, word]).toEqual([null, null]);
          else expect(exact >= 0 && exact <= 100).toBe(true);
        }
      }),
    );
  });

  it('is the plain sum of the docs for the worked example', () => {
    // docs/scan-scoring.md, "A worked example".
    const answers = {
      'context.order': 'always',
      'policy.roles': 'mostly',
      'policy.initiative': 'not_yet',
      'plans.list': 'sometimes',
    };
    expect(exactOf(scoreScan(model, answers), 'foundation')).toBeCloseTo(77.857, 3);
  });
});

describe('"I don’t know" and a missing answer', () => {
  it('mean the same', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const known = Object.fromEntries(Object.entries(answers).filter(([, answer]) => isKnown(answer)));
        const { answers: _with, ...withUnknown } = scoreScan(model, answers);
        const { answers: _without, ...withoutUnknown } = scoreScan(model, known);
        expect(withUnknown).toEqual(withoutUnknown);
      }),
    );
  });

  it('never count as a no: the fit lies between what "not yet" and what "always" would give', () => {
    fc.assert(
      fc.property(someAnswers, anyId, (answers, id) => {
        const result = (answer: StatementAnswer) => scoreScan(model, { ...answers, [id]: answer });
        const [no, yes, unknown] = [result('not_yet'), result('always'), result('unknown')];
        for (const profile of profileIds) {
          const fit = exactOf(unknown, profile);
          if (fit === null) continue;
          const ends = [exactOf(no, profile)!, exactOf(yes, profile)!];
          expect(fit).toBeGreaterThanOrEqual(Math.min(...ends) - slack);
          expect(fit).toBeLessThanOrEqual(Math.max(...ends) + slack);
        }
      }),
    );
  });

  it('lower the number of answers and never raise the certainty', () => {
    const order = ['none', 'first', 'fair', 'good'];
    fc.assert(
      fc.property(someAnswers, anyId, (answers, id) => {
        const known = scoreScan(model, { ...answers, [id]: 'mostly' });
        const unknown = scoreScan(model, { ...answers, [id]: 'unknown' });
        expect(unknown.answered).toBe(known.answered - 1);
        expect(order.indexOf(unknown.certainty)).toBeLessThanOrEqual(order.indexOf(known.certainty));
        for (const [index, fit] of unknown.fits.entries())
          expect(fit.known).toBeLessThanOrEqual(known.fits[index]!.known);
      }),
    );
  });
});

describe('the result', () => {
  it('does not depend on the order of the answers, nor on answers that the scan does not know', () => {
    fc.assert(
      fc.property(someAnswers, fc.dictionary(fc.string(), fc.anything()), (answers, strange) => {
        const others = Object.fromEntries(Object.entries(strange).filter(([key]) => !ids.includes(key)));
        const reversed = Object.fromEntries(Object.entries({ ...others, ...answers }).reverse());
        expect(scoreScan(model, reversed)).toEqual(scoreScan(model, answers));
        expect(Object.keys(scoreScan(model, reversed).answers)).toEqual(ids.filter((id) => id in answers));
      }),
    );
  });

  it('ignores an answer that is no level', () => {
    expect(scoreScan(model, { 'policy.roles': 'Always', 'policy.vision': 3, 'support.time': null }).answered).toBe(0);
  });

  it('survives storage as JSON', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const result = scoreScan(model, answers);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});

describe('every profile', () => {
  it.each(profileIds)('%s can be strictly the best fit, and then fits very well', (profile) => {
    const result = scoreScan(model, idealFor(profile));
    expect(result.best).toBe(profile);
    expect(result.fits.find((fit) => fit.profile === profile)!.word).toBe('very_good');
    expect(exactOf(result, profile)!).toBeGreaterThan(exactOf(result, result.ranking[1]!)! + 10);
  });

  it.each(profileIds.slice(1).map((profile, index) => [profileIds[index]!, profile]))(
    '%s and %s, neighbours, can fit well together and be the two best',
    (a, b) => {
      expect(neighboursOf(a)).toContain(b);
      const result = scoreScan(model, idealFor(a, b));
      expect(result.ranking.slice(0, 2).toSorted()).toEqual([a, b].toSorted());
      for (const fit of result.fits.filter(({ profile }) => profile === a || profile === b)) {
        expect(fit.fit).toBeGreaterThanOrEqual(model.cutPoints.very_good);
      }
    },
  );
});

describe('"no policy yet"', () => {
  it('is reached when all is "not yet", also when training that must is always followed and nothing is agreed', () => {
    expect(scoreScan(model, allAre('not_yet')).best).toBe('none');
    const onlyWhatMust = { ...allAre('not_yet'), 'learning.must': 'always', 'support.adHoc': 'always' } as const;
    expect(scoreScan(model, onlyWhatMust).best).toBe('none');
  });

  it('holds only when nearly everything is known to be "not yet"', () => {
    fc.assert(
      fc.property(fc.oneof(someAnswers, nearlyNothing), (answers) => {
        const { noPolicy, answered, total } = scoreScan(model, answers);
        expect(noPolicy.applies).toBe(answered >= 0.8 * total && noPolicy.notYet >= 0.85 * answered);
      }),
    );
  });

  it('never holds for somebody who mostly does not know', () => {
    const half = Object.fromEntries(ids.map((id, index) => [id, index % 2 ? 'not_yet' : 'unknown']));
    expect(scoreScan(model, half).situation).toBe('profiles');
  });

  it('is never reached by answering something higher', () => {
    fc.assert(
      fc.property(nearlyNothing, anyId, (answers, id) => {
        const before = scoreScan(model, { ...answers, [id]: 'not_yet' });
        const after = scoreScan(model, { ...answers, [id]: 'sometimes' });
        expect(after.noPolicy.applies && !before.noPolicy.applies).toBe(false);
      }),
    );
  });
});

const nearlyNothing = fc
  .subarray(ids, { maxLength: 6 })
  .map((raised) => ({ ...allAre('not_yet'), ...Object.fromEntries(raised.map((id) => [id, 'sometimes'])) }));

describe('ambition and foundation', () => {
  const plans = model.statements.filter(({ aspect }) => aspect === 'plans');

  it('handle training plans alike in the model', () => {
    for (const { weights } of plans) expect(weights.ambition ?? 0).toBe(weights.foundation ?? 0);
  });

  it('are never separated by what is said about training plans', () => {
    const planAnswers = fc.record(Object.fromEntries(plans.map(({ id }) => [id, fc.constantFrom(...levels)])));
    fc.assert(
      fc.property(someAnswers, planAnswers, planAnswers, (answers, one, other) => {
        const difference = (plan: object) => {
          const result = scoreScan(model, { ...answers, ...plan });
          const [ambition, foundation] = [exactOf(result, 'ambition'), exactOf(result, 'foundation')];
          return ambition === null || foundation === null ? null : ambition - foundation;
        };
        const [a, b] = [difference(one), difference(other)];
        if (a === null || b === null) expect(a).toBe(b);
        else expect(Math.abs(a - b)).toBeLessThan(slack);
      }),
    );
  });
});

describe('too few answers', () => {
  it('give no picture', () => {
    const four = Object.fromEntries(ids.slice(0, model.fewestKnown - 1).map((id) => [id, 'always']));
    expect(scoreScan(model, four)).toMatchObject({ situation: 'too_few', best: null, certainty: 'none' });
  });

  it('about nothing but training plans give no fit at all', () => {
    const onlyPlans = Object.fromEntries(
      model.statements.filter((s) => s.aspect === 'plans').map(({ id }) => [id, 'always']),
    );
    expect(scoreScan(model, onlyPlans).ranking).toEqual([]);
  });
});

describe('fitWord', () => {
  it('gives a cut point to the higher word', () => {
    expect([0, 29, 30, 54, 55, 74, 75, 100].map((fit) => fitWord(model, fit))).toEqual([
      'little',
      'little',
      'partly',
      'partly',
      'good',
      'good',
      'very_good',
      'very_good',
    ]);
  });
});
