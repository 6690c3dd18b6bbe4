import type { FormAnswer } from '#shared/formAnswer.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeIds } from '#modules/programmes/index.ts';
import { textFor } from '#platform/text/index.ts';
import { locales } from '#shared/localised.ts';
import { PlanContentInput } from '../inputs.ts';
import { emptyPlan } from '../rules/plan.ts';
import type { PlanView } from '../rules/planView.ts';
import { plan as anyPlan } from '../rules/samples.testing.ts';
import { texts } from '../text/index.ts';
import { editedPlan } from './editedPlan.ts';
import { formFrom, formOf, typedCost, typedHours, withEmptyRow } from './planForm.ts';
import { notesOf } from './planNotes.ts';
import { placeInWords, valueInWords } from './planWords.ts';

const view = (more: object = {}): PlanView => ({ version: 3, plan: emptyPlan, draft: null, ...more }) as PlanView;
const answer = (more: object): FormAnswer => ({ values: {}, errors: {}, message: '', code: 'invalid', ...more });
const nowhere = new URLSearchParams();

describe('the form of a plan', () => {
  test('gives back the very plan that it was made from, figures and days included', () => {
    fc.assert(
      fc.property(
        anyPlan.map((plan) => ({
          ...plan,
          // What the schemas know: themes of the code book, words without spaces at their ends.
          needs: plan.needs.map((need) => ({
            ...need,
            theme: 'onboarding',
            words: need.words.trim() || 'x',
            team: '',
          })),
          goals: plan.goals.map((goal) => ({ ...goal, title: 'Doel', expectedResult: '' })),
          actions: plan.actions.map((action) => ({
            ...action,
            what: 'Actie',
            hours: action.hours || null,
            who: '',
            roles: [],
            expectedResult: '',
            partner: '',
          })),
          expectations: { enterprise: '', guide: '' },
          approach: emptyPlan.approach,
          cost: { ...plan.cost, rateCents: plan.cost.rateCents && plan.cost.rateCents % 100_000, remark: '' },
        })),
        (plan) => {
          const parsed = PlanContentInput.parse(JSON.parse(JSON.stringify(formOf(plan))));
          expect({ ...parsed, needs: parsed.needs.map(({ words: _words, ...need }) => need) }).toEqual({
            ...plan,
            needs: plan.needs.map(({ words: _words, ...need }) => need),
          });
        },
      ),
    );
  });

  test('keeps whatever came back from a refused form, and survives what is no form at all', () => {
    const typed = {
      actions: { 0: { id: 'a', goalId: 'g', hours: 'veel', roles: 'employees' }, 7: { what: 'later' } },
      cost: 'x',
    };
    const form = formFrom(typed);
    expect(form.actions).toMatchObject([{ hours: 'veel', roles: ['employees'] }, { what: 'later' }]);
    fc.assert(
      fc.property(fc.anything(), (values) => {
        expect(formFrom(values).needs).toBeInstanceOf(Array);
      }),
    );
  });

  test('adds up hours and money as they are typed', () => {
    const form = withEmptyRow(withEmptyRow(formOf(emptyPlan), 'actions', 'a', 'g'), 'actions', 'b', 'g');
    form.actions[0]!.hours = '2u30';
    form.actions[1]!.hours = 'veel';
    expect(typedHours(form)).toBe(2.5);
    expect(typedCost(form)).toBeNull();
    form.cost = { rateCents: '95,50', ownContributionCents: '20', remark: '' };
    expect(typedCost(form)).toEqual({ total: 23_875, programme: 21_875 });
  });
});

describe('where the editor begins', () => {
  test('is what was typed when a form was refused, on the version that it began with', () => {
    const typed = { version: '2', plan: { cost: { remark: 'getypt' } } };
    const edited = editedPlan(view(), answer({ values: typed, errors: { x: 'y' } }), nowhere);
    expect(edited).toMatchObject({ version: 2, errors: { x: 'y' }, form: { cost: { remark: 'getypt' } } });
  });

  test('is the merged plan on the newest version after a conflict, and the choices travel on', () => {
    const conflicts = [{ path: 'cost.remark', mine: 'a', theirs: 'b' }];
    const current = {
      version: 5,
      plan: { ...emptyPlan, cost: { ...emptyPlan.cost, remark: 'b' } },
      by: 'Ruben',
      at: new Date(),
    };
    const edited = editedPlan(view(), answer({ code: 'edit_conflict', conflicts, current }), nowhere);
    expect(edited).toMatchObject({ version: 5, conflicts, by: 'Ruben', form: { cost: { remark: 'b' } } });
    const choices = { 0: { path: 'cost.remark', mine: '"a"', theirs: '' } };
    expect(editedPlan(view(), answer({ values: { plan: {}, choices } }), nowhere).conflicts).toEqual([
      { path: 'cost.remark', mine: 'a', theirs: undefined },
    ]);
  });

  test('is the draft only when it was asked for, and one empty row more when the address says so', () => {
    const draft = { savedAt: new Date(), version: 1, plan: { cost: { remark: 'klad' } } };
    expect(editedPlan(view({ draft }), null, nowhere)).toMatchObject({ version: 3, form: { cost: { remark: '' } } });
    expect(editedPlan(view({ draft }), null, new URLSearchParams('draft=take'))).toMatchObject({
      version: 1,
      form: { cost: { remark: 'klad' } },
    });
    expect(editedPlan(view(), null, new URLSearchParams('add=actions&row=r1&goal=g1')).form.actions).toMatchObject([
      { id: 'r1', goalId: 'g1' },
    ]);
    for (const wrong of ['add=x&row=r1', 'add=needs&row=<b>', 'add=needs'])
      expect(editedPlan(view(), null, new URLSearchParams(wrong)).form).toEqual(formOf(emptyPlan));
  });
});

describe('a conflict in words', () => {
  const t = textFor(texts, 'nl');
  const plan = { ...emptyPlan, needs: [{ id: 'n1' }], goals: [{ id: 'g1' }] } as never;

  test('names the place by its number and its question', () => {
    expect(placeInWords('goals.g1.title', plan, t)).toBe('Doel 1: Wat wordt er beter?');
    expect(placeInWords('actions.gone', plan, t)).toBe('Actie 1');
    expect(placeInWords('cost.rateCents', plan, t)).toBe('Prijs per uur');
  });

  test('shows codes, hours, amounts, days and whole rows as people read them', () => {
    const say = (value: unknown, field: string) => valueInWords(value, field, { plan, locale: 'nl', t });
    expect(say('onboarding', 'theme')).toBe('Onthaal van nieuwe mensen');
    expect(say(2.5, 'hours')).toBe('2,5\u00a0u');
    expect(say(9500, 'rateCents')).toBe('€\u00a095');
    expect(say('2023-10-02', 'start')).toBe('2 oktober 2023');
    expect(say(['n1'], 'needIds')).toBe('Nood 1');
    expect(say(undefined, 'title')).toBe('weggehaald');
    expect(say('', 'title')).toBe('nog niets');
    expect(say({ id: 'a', what: 'Kiezen', hours: 2, who: '', roles: [] }, '')).toBe('Kiezen · 2\u00a0u');
  });
});

test('a remark stays with its row, and with the section once the row is gone', () => {
  const lastVerdict = {
    by: 'Griet',
    remarks: [
      { section: 'goals.g1', words: 'a' },
      { section: 'goals.gone', words: 'b' },
    ],
  };
  const plan = { ...emptyPlan, goals: [{ id: 'g1', needIds: [], title: '', expectedResult: '' }] };
  const { remarks } = notesOf({ ...view({ plan, lastVerdict, findings: [], sources: [] }) });
  expect([remarks('goals.g1'), remarks('goals')].map((list) => list.map(({ words }) => words))).toEqual([['a'], ['b']]);
});

test('the timeline has a word for every theme of a session', () => {
  for (const locale of locales) {
    const say = (theme: string) =>
      textFor(texts, locale)('session.event.recorded', { theme, hours: 1, people: 2, guidePerson: 'X' });
    for (const theme of codeIds('sessionThemes')) if (theme !== 'other') expect(say(theme)).not.toBe(say('other'));
  }
});
