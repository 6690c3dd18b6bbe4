import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswersInput, QuestionnaireInput } from './inputs.ts';
import { choice, histories, questionnaire, words, yesNo } from './rules/sampleQuestionnaires.testing.ts';
import type { Questionnaire } from './rules/questionnaire.ts';

const faultsOf = (definition: unknown) => {
  const parsed = QuestionnaireInput.safeParse(definition);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
};

describe('QuestionnaireInput', () => {
  it('accepts sound versions and leaves them as they are', () => {
    fc.assert(
      fc.property(histories, ({ versions }) => {
        for (const version of versions) expect(QuestionnaireInput.parse(version)).toEqual(version);
      }),
    );
  });

  const faulty: [string, Questionnaire, string][] = [
    ['an id used twice', questionnaire([choice('a'), choice('a')]), 'id_twice'],
    ['a former id that is in use', questionnaire([choice('a'), choice('b', { formerIds: ['a'] })]), 'former_id_in_use'],
    ['a scale that does not exist', questionnaire([choice('a', { scale: 'none' } as never)]), 'no_such_scale'],
    [
      'a condition on a later item',
      questionnaire([choice('a', { showWhen: { item: 'b', oneOf: ['yes'] } }), choice('b')]),
      'condition_not_earlier',
    ],
    [
      'a condition on itself',
      questionnaire([choice('a', { showWhen: { item: 'a', oneOf: ['yes'] } })]),
      'condition_not_earlier',
    ],
    [
      'a condition on an option that is not there',
      questionnaire([choice('a'), choice('b', { showWhen: { not: { item: 'a', oneOf: ['maybe'] } } })]),
      'condition_not_an_option',
    ],
    ['a section without items', questionnaire([]), 'empty_section'],
    [
      'one option beside "I don’t know"',
      questionnaire([choice('a')], { scales: [{ ...yesNo, options: yesNo.options.slice(1) }] }),
      'too_few_options',
    ],
    [
      'limits that cross',
      questionnaire([
        { id: 'n', kind: 'number', minimum: 5, maximum: 1, whole: true, text: words('n'), required: false },
      ]),
      'limits_crossed',
    ],
  ];
  it.each(faulty)('refuses %s', (_what, definition, code) => {
    expect(faultsOf(definition)).toContain(code);
  });

  it('refuses a text that lacks a language', () => {
    expect(faultsOf(questionnaire([choice('a', { text: { ...words('a'), de: ' ' } })]))).toHaveLength(1);
  });
});

describe('AnswersInput', () => {
  it('takes what a form can send and refuses more', () => {
    expect(AnswersInput.safeParse({ a: 'yes', b: 3, c: ['x'] }).success).toBe(true);
    expect(AnswersInput.safeParse({ a: { deep: true } }).success).toBe(false);
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`i${index}`, 'x']));
    expect(AnswersInput.safeParse(many).success).toBe(false);
  });
});
