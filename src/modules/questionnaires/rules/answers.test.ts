import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswers } from './answers.ts';
import { answersTo, choice, histories, knowledge, questionnaire, words } from './sampleQuestionnaires.testing.ts';
import type { Item } from './questionnaire.ts';

const workers: Item = {
  id: 'workers',
  kind: 'number',
  minimum: 1,
  maximum: 99_999,
  whole: true,
  text: words('workers'),
  required: false,
};
const note: Item = { id: 'note', kind: 'text', maximumLength: 5, text: words('note'), required: false };
const week: Item = { id: 'week', kind: 'several', scale: 'days', most: 2, text: words('week'), required: false };
const all = questionnaire([choice('a'), workers, note, week]);

const problemsOf = (sent: Record<string, unknown>) =>
  checkAnswers(all, sent, { complete: false }).problems.map(({ item, code }) => `${item}: ${code}`);

describe('checkAnswers', () => {
  it('accepts every valid answer and ignores items that it does not know', () => {
    fc.assert(
      fc.property(histories, knowledge, ({ versions, idOf }, known) => {
        const answers = answersTo(idOf[0]!, known);
        const checked = checkAnswers(versions[0]!, { ...answers, stranger: 'x', toString: 1 }, { complete: false });
        expect(checked).toEqual({ answers, problems: [], ignored: ['stranger', 'toString'] });
      }),
    );
  });

  it('never throws and keeps the good answers, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'workers', 'note', 'week', '__proto__', 'z'), fc.anything()),
        (sent) => {
          const checked = checkAnswers(all, { ...sent, a: 'yes' }, { complete: true });
          expect(checked.answers['a']).toBe('yes');
          const faulty = new Set(checked.problems.map((problem) => problem.item));
          expect(Object.keys(checked.answers).some((id) => faulty.has(id))).toBe(false);
        },
      ),
    );
  });

  it('finds its own output valid', () => {
    fc.assert(
      fc.property(fc.record({ a: fc.string(), workers: fc.string(), week: fc.array(fc.string()) }), (sent) => {
        const { answers } = checkAnswers(all, sent, { complete: false });
        expect(checkAnswers(all, answers, { complete: false })).toEqual({ answers, problems: [], ignored: [] });
      }),
    );
  });

  it('says per item what is wrong', () => {
    expect(problemsOf({ a: 'maybe', workers: 'veel', note: 'te lang hoor', week: ['mon', 'sun'] })).toEqual([
      'a: not_an_option',
      'workers: not_a_number',
      'note: too_long',
      'week: not_an_option',
    ]);
    expect(problemsOf({ workers: '0' })).toEqual(['workers: too_low']);
    expect(problemsOf({ workers: '100000' })).toEqual(['workers: too_high']);
    expect(problemsOf({ workers: '14,5' })).toEqual(['workers: not_whole']);
    expect(problemsOf({ workers: '1e3' })).toEqual(['workers: not_a_number']);
    expect(problemsOf({ a: 3, note: {}, week: 5 })).toEqual(['a: wrong_kind', 'note: wrong_kind', 'week: wrong_kind']);
    expect(problemsOf({ week: ['mon', 'tue', 'wed'] })).toEqual(['week: too_many']);
  });

  it('reads what a form sends: numbers as words, one ticked box as a word, empty fields as nothing', () => {
    const { answers, problems } = checkAnswers(
      all,
      { a: '', workers: ' 14 ', week: 'mon', note: '  ' },
      { complete: false },
    );
    expect(answers).toEqual({ workers: 14, week: ['mon'] });
    expect(problems).toEqual([]);
  });

  it('asks for required items only when the whole is sent, and only when they are shown', () => {
    const conditional = questionnaire([choice('a'), choice('b', { showWhen: { item: 'a', oneOf: ['yes'] } })]);
    const missing = (sent: Record<string, unknown>, complete: boolean) =>
      checkAnswers(conditional, sent, { complete }).problems.map((problem) => problem.item);
    expect(missing({}, false)).toEqual([]);
    expect(missing({}, true)).toEqual(['a']);
    expect(missing({ a: 'no' }, true)).toEqual([]);
    expect(missing({ a: 'yes' }, true)).toEqual(['b']);
  });
});
