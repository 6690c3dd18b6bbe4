import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEuroCents, readNumber } from '#shared/hours.ts';
import type { EligibilityFacts } from '../rules/facts.ts';
import { formFrom, formOf, shownRows } from './eligibilityForm.ts';
import type { EligibilityView } from './eligibilityView.ts';

const viewWith = (lastFacts: EligibilityFacts | null): EligibilityView => ({
  trajectory: { id: 't', enterpriseName: 'De Proefkorrel', state: 'eligibility' },
  known: {
    organisationKind: 'social_profit',
    careKind: null,
    jointCommittees: [{ number: '330' }],
    workers: 9,
    number: '0190090009',
  },
  suggested: null,
  lastFacts,
  given: [],
  reuse: null,
  newestYear: 2025,
  decisions: [],
  committees: [],
  lots: [],
  funds: [],
  grantCents: 1_950_255,
  agreement: 'none',
  today: '2026-11-21',
  mayDecide: true,
  mayRunAgain: false,
  may: { decideEligibility: { allowed: true } },
});
const facts: EligibilityFacts = {
  date: '2026-11-02',
  organisationKind: 'enterprise',
  periods: [{ year: 2023, headcount: 13.5, turnoverCents: 190_000_050, balanceCents: 80_000_000 }],
  standAlone: false,
  jointCommittees: [{ number: '118', workers: 1200 }],
  declaredAid: [{ date: '2025-05-01', amountCents: 123_456, regulation: '(EU) 2023/2831' }],
  grant: { amountCents: 1 },
};

describe('the form of a decision', () => {
  test('starts from what the intake knows, with the two newest closed years', () => {
    const form = formOf(viewWith(null));
    expect(form.organisationKind).toBe('social_profit');
    expect(form.committees).toEqual([{ number: '330', workers: '' }]);
    expect(form.periods.map(({ year }) => year)).toEqual(['2025', '2024']);
    expect([form.standAlone, form.aidDeclared]).toEqual(['', false]);
  });

  test('proposes the joint committee of the sector when it has one, and leaves a choice of several to the guide', () => {
    const sector = { nl: 'Bakkerij', en: 'Bakery', fr: 'Boulangerie', de: 'Bäckerei' };
    const view = viewWith(null);
    const unknown: EligibilityView = { ...view, known: { ...view.known, jointCommittees: [] } };
    const committees = (suggested: readonly string[], from = unknown) =>
      formOf({ ...from, suggested: { sector, committees: suggested } }).committees.map(({ number }) => number);
    expect(committees(['118'])).toEqual(['118']);
    expect(committees(['111', '209'])).toEqual([]);
    // What is known goes before what is usual.
    expect(committees(['118'], view)).toEqual(['330']);
    expect(formOf({ ...viewWith(facts), suggested: { sector, committees: ['124'] } }).committees).toHaveLength(1);
  });

  test('holds everything that the last decision knew, written as in Belgium', () => {
    const form = formOf(viewWith(facts));
    expect(form.periods.map(({ year }) => year)).toEqual(['2025', '2024', '2023']);
    expect(form.periods[2]).toMatchObject({
      headcount: '13,5',
      turnoverCents: '1.900.000,50',
      balanceCents: '800.000',
    });
    expect(form).toMatchObject({ standAlone: 'no', publicHolding25: '', aidDeclared: true });
    expect(form.aid).toEqual([
      {
        date: '2025-05-01',
        grantor: '',
        regulation: '2023/2831',
        amountCents: '1.234,56',
        undertaking: '',
        usedBy: '',
      },
    ]);
  });

  test('writes every amount and number so that it reads back as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), fc.integer({ min: 0, max: 1e8 }), (cents, hundredths) => {
        const periods = [{ year: 2025, headcount: hundredths / 100, turnoverCents: cents }];
        const [period] = formOf(viewWith({ ...facts, periods })).periods;
        expect(readEuroCents(period!.turnoverCents)).toEqual({ ok: true, value: cents });
        expect(readNumber(period!.headcount)).toEqual({ ok: true, value: hundredths / 100 });
      }),
    );
  });

  test('that came back keeps every word typed, whatever it is', () => {
    const form = formFrom({
      organisationKind: 'enterprise',
      periods: [{ year: '2025', headcount: 'veertien' }, { year: '2024' }],
      declaredAid: { 0: { grantor: '<b>' }, 3: { amountCents: '-5' } },
      aidDeclared: 'on',
      standAlone: ['x'],
    });
    expect(form.periods[0]).toMatchObject({ year: '2025', headcount: 'veertien', turnoverCents: '' });
    expect(form.aid.map(({ amountCents }) => amountCents)).toEqual(['', '-5']);
    expect(form).toMatchObject({ aidDeclared: true, standAlone: '', whyAgain: '' });
  });

  test('shows filled rows and keeps empty ones ready', () => {
    const rows = shownRows([{ a: 'x' }, { a: '' }, { a: 'y' }, { a: '' }], { a: '' }, { least: 1, spare: 2 });
    expect(rows).toEqual({ open: [{ a: 'x' }, { a: '' }, { a: 'y' }], more: [{ a: '' }, { a: '' }] });
    expect(shownRows([], { a: '' }, { least: 1, spare: 1 })).toEqual({ open: [{ a: '' }], more: [{ a: '' }] });
  });
});
