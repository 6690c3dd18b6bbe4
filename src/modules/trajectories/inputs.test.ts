import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { codeIds } from '#modules/programmes/index.ts';
import { goalOutcomes } from './rules/actionPlan.ts';
import { actionPlanFromForm, planFromForm } from './rules/formContent.ts';
import { baseConditions, conditionAnswers, emptyIntake, informedMoments, type Intake } from './rules/intake.ts';
import { emptyPlan } from './rules/plan.ts';
import * as inputs from './inputs.ts';

const trajectory = '01920000-0000-7000-8000-000000000001';
const schemas = Object.entries<unknown>(inputs).filter((entry): entry is [string, z.ZodType] =>
  entry[0].endsWith('Input'),
);
const refused = (schema: z.ZodType, input: unknown) =>
  schema.safeParse(input).error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? [];

describe('what comes in about a trajectory', () => {
  test('uses the codes of the code book, the same in rules and forms', () => {
    expect(goalOutcomes).toEqual(codeIds('goalOutcomes'));
    expect(baseConditions).toEqual(codeIds('baseConditions'));
    expect(conditionAnswers).toEqual(codeIds('conditionStates'));
    expect(informedMoments).toEqual(codeIds('staffInformedMoments'));
  });

  test('may be an empty draft of an intake or a plan', () => {
    const { version, trajectory: of, ...intake } = inputs.IntakeInput.parse({ trajectory, version: '0' });
    expect([of, version]).toEqual([trajectory, 0]);
    const whole: Intake = intake;
    expect(whole).toEqual(emptyIntake);
    expect(planFromForm(inputs.PlanContentInput.parse({}), () => 'x')).toEqual(emptyPlan);
  });

  test('is a nested form with dotted names as well as JSON', () => {
    const typed = {
      needs: [
        {
          id: 'need-1',
          theme: 'onboarding',
          words: 'Nieuwe mensen vinden hun weg niet',
          horizon: '',
          kind: '',
          team: '',
        },
      ],
      goals: [
        { id: 'goal-1', needIds: 'need-1', title: 'Een warm onthaal', expectedResult: '' },
        { id: '', title: '' },
      ],
      actions: {
        0: {
          id: '',
          goalId: 'goal-1',
          what: 'Onthaalplan maken',
          hours: '2u30',
          roles: ['hr', 'owner'],
          start: '2024-03-01',
          end: '',
        },
      },
      cost: { rateCents: '120', ownContributionCents: '1.250,50', remark: '' },
    };
    const plan = planFromForm(inputs.PlanContentInput.parse(typed), () => 'new-1');
    expect(plan.goals).toHaveLength(1);
    expect(plan.goals[0]).toMatchObject({ needIds: ['need-1'], expectedResult: '' });
    expect(plan.actions).toMatchObject([
      { id: 'new-1', hours: 2.5, roles: ['owner', 'hr'], start: '2024-03-01', end: null },
    ]);
    expect(plan.cost).toEqual({ rateCents: 12_000, ownContributionCents: 125_050, remark: '' });
    expect(inputs.PlanContentInput.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  test('names the field of a nested form that is wrong', () => {
    const plan = {
      actions: [
        { what: 'x', hours: '-1' },
        { what: 'y', start: '2024-02-30' },
      ],
      needs: [{ theme: 'astrology', words: 'w' }],
    };
    expect(refused(inputs.SavePlanInput, { trajectory, version: 1, plan })).toEqual([
      ['plan.needs.0.theme', 'error.choice'],
      ['plan.actions.0.hours', 'error.tooSmall'],
      ['plan.actions.1.start', 'error.date'],
    ]);
  });

  test('returns a plan only with words on what to change', () => {
    expect(refused(inputs.ReturnPlanInput, { trajectory, version: 1 })).toEqual([
      ['words', 'trajectories:error.sayWhatToChange'],
    ]);
    expect(
      refused(inputs.ReturnPlanInput, {
        trajectory,
        version: 1,
        remarks: [{ section: 'goals.goal-1', words: 'Zet er uren bij' }],
      }),
    ).toEqual([]);
    expect(refused(inputs.PlanRemarkInput, { trajectory, section: '../etc', words: 'x' })).toEqual([
      ['section', 'error.choice'],
    ]);
  });

  test('knows a guide by account or by name and address', () => {
    const guide = { trajectory, capacity: 'consultant', since: '2024-03-01' };
    expect(refused(inputs.GuideInput, guide)).toEqual([
      ['name', 'error.required'],
      ['email', 'error.required'],
    ]);
    expect(refused(inputs.GuideInput, { ...guide, personId: trajectory })).toEqual([]);
  });

  test('refuses absurd sessions at the field', () => {
    const session = {
      trajectory,
      guideId: trajectory,
      on: '2024-03-01',
      hours: '2,5',
      people: '11',
      theme: 'competence_matrix',
      notes: '',
    };
    expect(refused(inputs.SessionInput, session)).toEqual([]);
    expect(refused(inputs.SessionInput, { ...session, hours: '13', people: '-4' })).toEqual([
      ['hours', 'error.tooBig'],
      ['people', 'error.tooSmall'],
    ]);
  });

  test('keeps an action plan to the goals that were agreed', () => {
    const typed = inputs.ActionPlanContentInput.parse({
      goals: [{ id: 'g1', outcome: 'done', result: 'Klaar' }],
      next: [{ what: 'Volgende ploeg', owner: 'Nadia', on: '2024-11-01' }],
    });
    const plan = { goals: [{ id: 'g1', needIds: [], title: 'Onthaal', expectedResult: 'Een meter' }] };
    expect(actionPlanFromForm(plan, typed, () => 'n1')).toMatchObject({
      goals: [{ agreed: 'Een meter', outcome: 'done' }],
      next: [{ id: 'n1' }],
    });
  });

  test.each(schemas)('%s answers anything with values or with keys of texts, and never throws', (_, schema) => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(typeof schema.safeParse(input).success).toBe('boolean');
      }),
    );
  });
});
