import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentScan } from '../definition/scan.ts';
import { enoughKnown, flatAnswers, nextPart, openStatements, partsOf, statementOrder } from './parts.ts';
import { allAre, someAnswers } from './sampleAnswers.testing.ts';

const { questionnaire, model } = currentScan;
const parts = partsOf(questionnaire, model);
const move = (at: string, go: string, pictureReady = true) => nextPart(questionnaire, model, { at, go, pictureReady });

describe('the parts of the scan', () => {
  test('begin with the person, show a picture after the statements that are asked first, end with a check', () => {
    expect(parts).toEqual(['about', 'start', 'first', 'context', 'learning', 'support', 'policy', 'plans', 'check']);
  });

  test('hold every statement of the model once', () => {
    const order = statementOrder(questionnaire, model);
    expect(order.toSorted()).toEqual(model.statements.map(({ id }) => id).toSorted());
    expect(order.slice(0, 5).toSorted()).toEqual(model.firstStatements.toSorted());
  });
});

describe('a step', () => {
  test('leads through every part to the end, and back again past the picture', () => {
    const seen = ['about'];
    while (seen.at(-1) !== 'check') seen.push(move(seen.at(-1)!, 'on'));
    expect(seen).toEqual(parts);
    expect(move('context', 'back')).toBe('start');
    expect(move('first', 'back')).toBe('start');
    expect(move('about', 'back')).toBe('about');
    expect(move('check', 'on')).toBe('check');
  });

  test('passes over a picture that is not ready', () => {
    expect(move('start', 'on', false)).toBe('context');
  });

  test('goes to the part of a statement, and stays for anything it does not know', () => {
    expect(move('check', 'policy.vision')).toBe('policy');
    expect(move('policy', 'check')).toBe('check');
    expect(move('policy', '<b>')).toBe('policy');
    expect(move('nowhere', 'stay')).toBe('about');
  });

  test('always ends at a part that exists', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (at, go, ready) => {
        expect(parts).toContain(move(at, go, ready));
      }),
    );
  });
});

describe('what is still open', () => {
  test('is every statement without an answer; not knowing is one', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const open = openStatements(questionnaire, model, answers);
        expect(open).toHaveLength(model.statements.length - Object.keys(answers).length);
        for (const id of open) expect(answers).not.toHaveProperty([id]);
      }),
    );
  });

  test('is too much while fewer than five are known', () => {
    const unknown = Object.fromEntries(model.statements.map(({ id }) => [id, 'unknown']));
    expect(enoughKnown(model, unknown)).toBe(false);
    expect(enoughKnown(model, allAre('not_yet'))).toBe(true);
  });
});

describe('fields of a form', () => {
  test('come back to flat ids, whatever is sent', () => {
    expect(flatAnswers({ context: { change: 'mostly' }, 'policy.roles': 'always' })).toEqual({
      'context.change': 'mostly',
      'policy.roles': 'always',
    });
    for (const odd of [null, undefined, 'x', 3, ['a']]) expect(flatAnswers(odd)).toEqual({});
    fc.assert(fc.property(fc.anything(), (anything) => typeof flatAnswers(anything) === 'object'));
  });
});
