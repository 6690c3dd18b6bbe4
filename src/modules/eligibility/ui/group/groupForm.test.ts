import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EligibilityFacts } from '../../rules/facts.ts';
import { arbitraryGroup } from '../../rules/group/arbitraryGroup.testing.ts';
import { sizeOfGroup } from '../../rules/group/sizeOfGroup.ts';
import { formFrom, formOf } from '../eligibilityForm.ts';
import type { EligibilityView } from '../eligibilityView.ts';
import { afterAct, cameIn } from './groupActs.ts';
import { groupFormOf, type GroupForm } from './groupForm.ts';
import { groupFactsOf, hasGroup, judgeGroup } from './liveGroup.ts';

const date = '2026-05-04';
const viewWith = (lastFacts: EligibilityFacts) =>
  ({
    lastFacts,
    known: { jointCommittees: [] },
    given: [],
    newestYear: 2025,
    today: date,
  }) as unknown as EligibilityView;
const factsWith = (group: EligibilityFacts['group']): EligibilityFacts => ({
  date,
  organisationKind: 'enterprise',
  periods: [],
  group,
  jointCommittees: [],
  grant: {},
});

describe('the ownership in a form', () => {
  test('comes to the same size as the facts that it was filled from, whatever they are', () => {
    fc.assert(
      fc.property(arbitraryGroup, (group) => {
        const drawn = judgeGroup(groupFactsOf(formOf(viewWith(factsWith(group))), date), date).group!;
        const decided = sizeOfGroup(group, date);
        expect(drawn.size).toEqual(decided.size);
        expect(drawn.roles).toEqual(decided.roles);
        expect(drawn.years.at(-1)).toEqual(decided.years.at(-1));
      }),
      { numRuns: 60 },
    );
  });

  test('that came back keeps what is no number or day yet, and reckons with the rest', () => {
    const form = formFrom({
      periods: [{ year: '2025', headcount: '20', turnoverCents: '1.000.000', balanceCents: 'veel' }],
      group: {
        members: [{ id: 'subject' }, { id: 'B', kind: 'enterprise', periods: [{ year: '2025', headcount: '40' }] }],
        holdings: [{ holder: 'B', held: 'subject', capital: 'een kwart', votes: '25' }],
      },
    });
    expect(form.group.holdings[0]).toMatchObject({ capital: 'een kwart', votes: '25' });
    const { group } = judgeGroup(groupFactsOf(form, date), date);
    expect(group!.partners).toEqual([{ id: 'B', share: 25 }]);
    expect(group!.years.at(-1)).toMatchObject({ headcount: 30, balanceCents: undefined });
  });
});

describe('a button of the group', () => {
  const start = groupFormOf(undefined);
  const after = (...acts: readonly string[]): GroupForm => acts.reduce((form, act) => afterAct(form, act, 2025), start);

  test('adds a holder, something that is held, and a holding between two who are there', () => {
    const form = after('holder:subject', 'held:subject', 'holding:B:C');
    expect(form.members.map(({ id }) => id)).toEqual(['subject', 'B', 'C']);
    expect(form.holdings.map(({ holder, held }) => `${holder} in ${held}`)).toEqual([
      'B in subject',
      'subject in C',
      'B in C',
    ]);
    expect(form.members[1]!.periods.map(({ year }) => year)).toEqual(['2025']);
    expect(hasGroup(start)).toBe(false);
    expect(hasGroup(form)).toBe(true);
  });

  test('takes somebody out with every mention', () => {
    const form = structuredClone(after('holder:subject', 'holder:B'));
    form.members[1]!.linkedInvestors.push('C');
    form.members[1]!.periods[0]!.consolidated.push('C');
    form.events.push({ kind: 'merger', date: '2025-01-01', from: ['C'], into: [{ id: 'subject', share: '' }] });
    const rest = afterAct(form, 'remove:C', 2025);
    expect(JSON.stringify(rest)).not.toContain('"C"');
    expect(rest.members.map(({ id }) => id)).toEqual(['subject', 'B']);
    expect(rest.events).toEqual([]);
  });

  test('never takes out the enterprise itself, nor adds to who is not there, nor twice', () => {
    const form = after('holder:subject');
    for (const act of ['remove:subject', 'holder:Z', 'held:', 'holding:B:subject', 'holding:B:B', 'preview', ''])
      expect(afterAct(form, act, 2025)).toEqual(form);
  });

  test('adds an older year, an event, and takes out one holding or event', () => {
    const form = after('holder:subject', 'year:B', 'event');
    expect(form.members[1]!.periods.map(({ year }) => year)).toEqual(['2025', '2024']);
    expect(form.events).toHaveLength(1);
    expect(afterAct(form, 'dropEvent:0', 2025).events).toEqual([]);
    expect(afterAct(form, 'drop:0', 2025)).toMatchObject({ holdings: [], members: form.members });
  });

  test('leads on to the field that came in, and nowhere when something went', () => {
    const form = after('holder:subject', 'held:subject');
    const next = (act: string) => cameIn(form, afterAct(form, act, 2025));
    expect(next('holder:B')).toBe('drawn-2');
    expect(next('holding:B:C')).toBe('drawn-2');
    expect(next('year:C')).toBe('f-group-members-2-periods-1-headcount');
    expect(next('event')).toBe('f-group-events-0-kind');
    for (const act of ['remove:B', 'drop:0', 'nothing']) expect(next(act)).toBeUndefined();
  });

  test('gives everybody a name of their own, also after the alphabet', () => {
    const form = after(...Array.from({ length: 40 }, () => 'holder:subject'));
    expect(new Set(form.members.map(({ id }) => id)).size).toBe(41);
    expect(form.members.at(-1)!.id).toMatch(/^[A-Z]\d+$/);
  });
});
