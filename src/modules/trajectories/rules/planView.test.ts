import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyPlan, type PlanOfApproach } from './plan.ts';
import { changedSections, remarkPlace, sourcesThatHold, withoutRow } from './planView.ts';
import { prefillPlan } from './prefillPlan.ts';
import { knownFacts, plan as anyPlan } from './samples.testing.ts';

describe('where a value comes from', () => {
  test('holds for every value of a first plan as it was found', () => {
    fc.assert(
      fc.property(knownFacts, (known) => {
        const first = prefillPlan(known);
        expect(sourcesThatHold(first.plan, first)).toEqual(first.sources);
      }),
    );
  });

  test('follows a row to its new place, and ends when the value is changed or the row is gone', () => {
    fc.assert(
      fc.property(knownFacts, (known) => {
        const first = prefillPlan(known);
        const turned = { ...first.plan, needs: [...first.plan.needs].reverse() };
        expect(sourcesThatHold(turned, first)).toHaveLength(first.sources.length);
        const changed = {
          ...first.plan,
          needs: first.plan.needs.map((need) => ({ ...need, theme: `${need.theme}x` })),
        };
        expect(sourcesThatHold(changed, first).filter(({ path }) => path.endsWith('.theme'))).toEqual([]);
        expect(sourcesThatHold({ ...first.plan, needs: [] }, first).some(({ path }) => path.startsWith('needs'))).toBe(
          false,
        );
      }),
    );
  });
});

describe('taking a row away', () => {
  test('leaves nothing that points to it, and everything else as it was', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom('needs', 'goals', 'actions' as const), fc.nat(2), (plan, section, at) => {
        const row = plan[section as 'needs'][at];
        const left = withoutRow(plan, section as 'needs', row?.id ?? 'nobody');
        if (!row) {
          expect(left).toEqual(plan);
          return;
        }
        expect(JSON.stringify(left[section as 'needs'])).not.toContain(`"id":"${row.id}"`);
        if (section === 'needs') expect(left.goals.some((goal) => goal.needIds.includes(row.id))).toBe(false);
        if (section === 'goals') expect(left.actions.some((action) => action.goalId === row.id)).toBe(false);
        expect([left.expectations, left.approach, left.cost]).toEqual([plan.expectations, plan.approach, plan.cost]);
      }),
    );
  });

  test('names the sections that changed for the trail', () => {
    const plan: PlanOfApproach = { ...emptyPlan, expectations: { enterprise: 'a', guide: 'b' } };
    expect(changedSections(emptyPlan, plan)).toEqual(['expectations']);
    expect(changedSections(plan, structuredClone(plan))).toEqual([]);
  });
});

test('a remark is named after the number that its row has now, or after its section when the row is gone', () => {
  const plan = { ...emptyPlan, goals: [{ id: 'g1' }, { id: 'g2' }] } as unknown as PlanOfApproach;
  expect(remarkPlace('goals.g2', plan)).toEqual({ key: 'plan.goal', params: { number: 2 } });
  expect(remarkPlace('goals.gone', plan)).toEqual({ key: 'plan.goals', params: {} });
  expect(remarkPlace('cost', plan)).toEqual({ key: 'plan.cost', params: {} });
  expect(remarkPlace('', plan)).toEqual({ key: 'plan.title', params: {} });
});
