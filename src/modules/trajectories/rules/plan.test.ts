import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocking } from './findings.ts';
import {
  emptyPlan,
  goalHours,
  hoursPlannedBy,
  planCost,
  plannedHours,
  planPeriod,
  withRowIds,
  type PlanOfApproach,
} from './plan.ts';
import { planTexts, reviewPlan, type PlanFacts } from './reviewPlan.ts';
import { plan as anyPlan } from './samples.testing.ts';

const facts: PlanFacts = {
  maximumHours: 40,
  maximumCents: 1_950_255,
  themes: ['competence_matrix', 'onboarding'],
  agreedOn: '2024-02-01',
  lastDay: '2024-12-31',
  otherPlans: [],
};

const good: PlanOfApproach = {
  needs: [
    {
      id: 'n1',
      theme: 'competence_matrix',
      words: 'Als de meestergast van het atelier ziek is, kan niemand van de ploeg de oven instellen.',
      horizon: 'present',
      kind: 'technical',
      team: 'atelier',
    },
  ],
  goals: [
    {
      id: 'g1',
      needIds: ['n1'],
      title: 'Elkaar kunnen vervangen',
      expectedResult: 'Voor elke taak in het atelier zijn er twee mensen.',
    },
  ],
  actions: [
    {
      id: 'a1',
      goalId: 'g1',
      what: 'Met de ploeg een matrix maken',
      hours: 12.5,
      roles: ['team_leader'],
      who: 'de hele ploeg',
      start: '2024-02-15',
      end: '2024-06-30',
      expectedResult: 'De matrix hangt in het atelier',
      partner: '',
    },
  ],
  expectations: { enterprise: 'Wij maken elke maand een uur vrij.', guide: 'Ik bel binnen twee dagen terug.' },
  approach: { participation: 'participative', tailoring: 'tailored', effects: ['retention'] },
  cost: { rateCents: 12_000, ownContributionCents: 0, remark: '' },
};
const change = (part: Partial<PlanOfApproach>): PlanOfApproach => ({ ...good, ...part });
const withAction = (part: Partial<PlanOfApproach['actions'][number]>) =>
  change({ actions: [{ ...good.actions[0]!, ...part }] });
const keys = (plan: PlanOfApproach, more: Partial<PlanFacts> = {}) =>
  reviewPlan(plan, { ...facts, ...more }).map((finding) => `${finding.path} ${finding.key}`);

describe('a plan of approach', () => {
  test('in which everything stands has no findings', () => {
    expect(reviewPlan(good, facts)).toEqual([]);
  });

  test('that is empty says which sections are missing, and cannot be submitted', () => {
    const found = blocking(reviewPlan(emptyPlan, facts)).map((finding) => finding.path);
    expect(found).toEqual([
      'needs',
      'goals',
      'expectations.enterprise',
      'expectations.guide',
      'cost.rateCents',
      'cost.ownContributionCents',
    ]);
  });

  test.each([
    ['a goal without action', change({ actions: [] }), 'goals.0 finding.goal.noAction'],
    ['an action without hours', withAction({ hours: null }), 'actions.0.hours finding.action.hours'],
    ['an action without a first day', withAction({ start: null }), 'actions.0.start finding.action.start'],
    ['an action without a last day', withAction({ end: null }), 'actions.0.end finding.action.end'],
    ['an end before the begin', withAction({ end: '2024-02-14' }), 'actions.0.end finding.action.endFirst'],
    [
      'a start before the agreement',
      withAction({ start: '2024-01-31' }),
      'actions.0.start finding.action.beforeAgreement',
    ],
    ['an end after the programme', withAction({ end: '2025-01-01' }), 'actions.0.end finding.action.afterProgramme'],
    ['an action for nobody', withAction({ roles: [], who: ' – ' }), 'actions.0.who finding.action.who'],
    ['an action for a goal that is gone', withAction({ goalId: 'g9' }), 'actions.0.goalId finding.action.noGoal'],
    ['more hours than the programme pays', withAction({ hours: 40.25 }), 'actions finding.hours.over'],
    [
      'a theme that the code book lacks',
      change({ needs: [{ ...good.needs[0]!, theme: 'astrology' }] }),
      'needs.0.theme finding.need.themeUnknown',
    ],
    [
      'an own contribution above the cost',
      change({ cost: { ...good.cost, ownContributionCents: 150_001 } }),
      'cost.ownContributionCents finding.cost.ownOver',
    ],
  ])('with %s is blocked there', (_, plan, expected) => {
    expect(keys(plan)).toContain(expected);
    expect(blocking(reviewPlan(plan, facts)).length).toBeGreaterThan(0);
  });

  test('that costs more than the programme pays for a trajectory says so, without what the enterprise pays itself', () => {
    const rateCents = 100_000;
    const dear = change({ cost: { ...good.cost, rateCents, ownContributionCents: 0 } });
    const total = planCost(dear).totalCents!;
    const said = (maximumCents: number | null, plan = dear) =>
      reviewPlan(plan, { ...facts, maximumCents }).filter(({ key }) => key === 'finding.cost.over');
    expect(said(total)).toEqual([]);
    expect(said(null)).toEqual([]);
    expect(said(total - 1)).toMatchObject([{ path: 'cost.rateCents', params: { granted: total / 100 } }]);
    expect(blocking(said(total - 1))).toEqual([]);
    expect(said(total - 1, change({ cost: { ...good.cost, rateCents, ownContributionCents: 1 } }))).toEqual([]);
  });

  test.each([
    [
      'a need without goal',
      change({
        needs: [...good.needs, { ...good.needs[0]!, id: 'n2', words: 'Nieuwe mensen vinden hun weg niet snel' }],
      }),
      'needs.1 finding.need.noGoal',
    ],
    [
      'few words',
      change({ expectations: { enterprise: 'Goed.', guide: good.expectations.guide } }),
      'expectations.enterprise finding.expectations.short',
    ],
    [
      'the same text twice',
      withAction({ expectedResult: 'VOOR elke taak, in het atelier: zijn er 2 mensen!'.replace('2', 'twee') }),
      'actions.0.expectedResult finding.copied.within',
    ],
    [
      'no chosen effects',
      change({ approach: { ...good.approach, effects: [] } }),
      'approach.effects finding.approach.effects',
    ],
  ])('with %s gets a warning and can be submitted', (_, plan, expected) => {
    expect(keys(plan)).toContain(expected);
    expect(blocking(reviewPlan(plan, facts))).toEqual([]);
  });

  test('copied from other plans is seen, also when a name was changed', () => {
    const other = change({
      needs: [
        {
          ...good.needs[0]!,
          words: 'Als de ploegbaas van het atelier ziek is, kan niemand van de ploeg de oven instellen.',
        },
      ],
    });
    expect(
      keys(other, { otherPlans: [{ texts: planTexts(good) }, { texts: ['iets heel anders dan wat hier staat'] }] }),
    ).toContain('needs.0.words finding.copied.plans');
  });

  test('is reviewed whatever stands in it; findings carry a path, a key and plain parameters', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        for (const finding of reviewPlan(plan, { ...facts, otherPlans: [{ texts: planTexts(plan) }] })) {
          expect(finding.path).not.toBe('');
          expect(finding.key).toMatch(/^finding\.[a-zA-Z.]+$/);
        }
      }),
    );
  });

  test('never gets more blocking findings by taking away the maximum of hours', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(blocking(reviewPlan(plan, { ...facts, maximumHours: null })).length).toBeLessThanOrEqual(
          blocking(reviewPlan(plan, facts)).length,
        );
      }),
    );
  });
});

describe('the sums of a plan', () => {
  test('hours of goals make up the hours of the plan', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const goals = [...new Set(plan.actions.map((action) => action.goalId))];
        expect(goals.reduce((sum, id) => sum + goalHours(plan, id), 0)).toBe(plannedHours(plan));
      }),
    );
  });

  test('12,5 hours at 120 euro is 1500 euro, of which the programme carries what the enterprise does not', () => {
    expect(planCost({ ...good, cost: { ...good.cost, ownContributionCents: 30_000 } })).toEqual({
      hours: 12.5,
      totalCents: 150_000,
      ownContributionCents: 30_000,
      programmeCents: 120_000,
    });
  });

  test('the pace grows from nothing to the whole', () => {
    expect(hoursPlannedBy(good, '2024-02-14')).toBe(0);
    expect(hoursPlannedBy(good, '2024-06-30')).toBe(12.5);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (one, other) => {
        const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
        const [early, late] = [day(Math.min(one, other)), day(Math.max(one, other))];
        expect(hoursPlannedBy(good, early)).toBeLessThanOrEqual(hoursPlannedBy(good, late));
      }),
    );
  });

  test('the period runs from the first to the last day of its actions', () => {
    expect(planPeriod(good)).toEqual({ start: '2024-02-15', end: '2024-06-30' });
    expect(planPeriod(emptyPlan)).toBeNull();
  });

  test('new rows get an id, known rows keep theirs', () => {
    let next = 0;
    expect(withRowIds([{ id: 'g1' }, {}, { id: undefined }], () => `new-${(next += 1)}`).map((row) => row.id)).toEqual([
      'g1',
      'new-1',
      'new-2',
    ]);
  });
});
