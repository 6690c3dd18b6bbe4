import { describe, expect, test } from 'vitest';
import { competentiechecks2023 as programme } from '#modules/programmes/index.ts';
import { decideEligibility } from './decideEligibility.ts';
import type { AccountingPeriod, EligibilityFacts } from './facts.ts';

const million = 100_000_000;
const bakery: EligibilityFacts = {
  date: '2026-09-08',
  organisationKind: 'enterprise',
  periods: [
    { year: 2024, headcount: 13, turnoverCents: 1.8 * million, balanceCents: 0.9 * million },
    { year: 2025, headcount: 14, turnoverCents: 1.9 * million, balanceCents: million },
  ],
  standAlone: true,
  publicHolding25: false,
  jointCommittees: [{ number: '118', workers: 14 }],
  declaredAid: [{ date: '2025-02-01', grantor: 'VLAIO', regulation: '2023/2831', amountCents: 1_260_000 }],
  grant: { amountCents: programme.pricePerTrajectoryCents, regulation: '2023/2831' },
};
const decide = (part: Partial<EligibilityFacts> = {}) => decideEligibility({ ...bakery, ...part }, programme);
const codes = (part: Partial<EligibilityFacts> = {}) => decide(part).reasons.map(({ code }) => code);

describe('an enterprise that stands alone', () => {
  test('is eligible when size, room for aid and lot are in order, with every figure', () => {
    const decision = decide();
    expect(decision).toMatchObject({
      outcome: 'eligible',
      ruleVersion: 'eligibility-3',
      smeClass: 'small',
      lot: { lot: 2, because: ['118'] },
      deMinimis: { ceilingCents: 30_000_000, usedCents: 1_260_000, roomCents: 28_740_000, allowed: true },
    });
    expect(decision.reasons).toContainEqual({
      code: 'headcountUnder',
      weight: 'for',
      facts: { headcount: 14, ceiling: 50, year: 2025 },
    });
    expect(decision.reasons).toContainEqual({
      code: 'aidWithin',
      weight: 'for',
      facts: { used: 12_600, grant: 19_502.55, ceiling: 300_000, room: 287_400, from: '2023-09-08', to: '2026-09-08' },
    });
    expect(decision.reasons.every(({ weight }) => weight === 'for')).toBe(true);
  });

  test('of 250 workers two years in a row is not eligible', () => {
    const periods = [2024, 2025].map((year) => ({
      year,
      headcount: 250,
      turnoverCents: million,
      balanceCents: million,
    }));
    expect(decide({ periods })).toMatchObject({ outcome: 'not_eligible', smeClass: 'notSme' });
    expect(codes({ periods })[0]).toBe('headcountOver');
  });

  test('that was too large for one year only is still eligible, and the reason says so', () => {
    const [older] = bakery.periods;
    const periods = [older!, { year: 2025, headcount: 260, turnoverCents: million, balanceCents: million }];
    expect(decide({ periods })).toMatchObject({ outcome: 'eligible', smeClass: 'small' });
    expect(codes({ periods })).toContain('twoYearRule');
  });

  test('that was too large for two years needs two smaller ones', () => {
    const large = { headcount: 260, turnoverCents: million, balanceCents: million };
    const periods = [
      { year: 2023, ...large },
      { year: 2024, ...large },
      { year: 2025, ...large, headcount: 200 },
    ];
    expect(decide({ periods }).outcome).toBe('not_eligible');
    expect(codes({ periods })).toEqual(expect.arrayContaining(['headcountOver', 'twoYearsNeeded']));
  });

  test('is not an SME when a municipality holds 30 % of it (D18)', () => {
    const periods = [{ year: 2025, headcount: 12, turnoverCents: million, balanceCents: million }];
    expect(decide({ periods, publicHolding25: true })).toMatchObject({ outcome: 'not_eligible' });
    expect(codes({ periods, publicHolding25: true })[0]).toBe('publicHolding');
  });

  test('below 25 % of another holder keeps its own class (D8)', () => {
    const periods = [{ year: 2025, headcount: 9, turnoverCents: 1.9 * million, balanceCents: 2.5 * million }];
    expect(decide({ periods })).toMatchObject({ outcome: 'eligible', smeClass: 'micro' });
  });

  test('that is new is judged on its estimate', () => {
    const estimate = { headcount: 4, turnoverCents: 0.3 * million, balanceCents: 0.1 * million };
    expect(decide({ periods: [], newEnterpriseEstimate: estimate })).toMatchObject({
      outcome: 'eligible',
      smeClass: 'micro',
    });
    expect(codes({ periods: [], newEnterpriseEstimate: estimate })).toContain('newEnterprise');
  });
});

describe('what is missing is named, and never gives a yes', () => {
  const newest = bakery.periods[1]!;
  const only = (period: Partial<AccountingPeriod>) => ({ periods: [{ year: 2025, ...period }] });
  test.each<[string, Partial<EligibilityFacts>, string]>([
    ['no figures at all', { periods: [] }, 'noFigures'],
    ['a period without figures', only({}), 'periodMissing'],
    ['no headcount', only({ turnoverCents: million }), 'headcountMissing'],
    ['neither turnover nor balance', only({ headcount: 14 }), 'turnoverOrBalanceMissing'],
    ['turnover too high and no balance', only({ headcount: 14, turnoverCents: 60 * million }), 'balanceMissing'],
    ['balance too high and no turnover', only({ headcount: 14, balanceCents: 60 * million }), 'turnoverMissing'],
    ['figures of long ago', { periods: [{ ...newest, year: 2023 }] }, 'periodsTooOld'],
    ['figures of a year to come', { periods: [{ ...newest, year: 2027 }] }, 'periodInFuture'],
    ['two contradicting sets for one year', { periods: [newest, { ...newest, headcount: 900 }] }, 'headcountMissing'],
    [
      'a year in between',
      { periods: [{ ...newest, year: 2022, headcount: 300 }, { ...newest, year: 2023, headcount: 300 }, newest] },
      'periodMissing',
    ],
    ['ownership not asked', { standAlone: undefined }, 'standAloneUnknown'],
    ['a group', { standAlone: false }, 'partOfGroup'],
    ['aid not declared', { declaredAid: undefined }, 'aidNotDeclared'],
    ['an amount of aid', { declaredAid: [{ date: '2025-01-01' }] }, 'aidAmountMissing'],
    ['the grant', { grant: {} }, 'grantMissing'],
    ['a regulation that is over', { grant: { ...bakery.grant, regulation: '1407/2013' } }, 'regulationUnknown'],
    ['no committee', { jointCommittees: [] }, 'committeeMissing'],
    ['half a committee', { jointCommittees: [{ number: '149' }] }, 'committeeIncomplete'],
    [
      'a tie between lots',
      {
        jointCommittees: [
          { number: '118', workers: 7 },
          { number: '124', workers: 7 },
        ],
      },
      'lotTie',
    ],
  ])('%s', (_, part, code) => {
    const decision = decide(part);
    expect(decision.outcome).toBe('needs_evidence');
    expect(decision.reasons[0]?.weight).toBe('missing');
    expect(decision.reasons.map((reason) => reason.code)).toContain(code);
  });

  test('turnover alone is enough when it fits, and so is the balance', () => {
    expect(decide(only({ headcount: 14, turnoverCents: million })).outcome).toBe('eligible');
    expect(decide(only({ headcount: 14, balanceCents: million })).outcome).toBe('eligible');
  });

  test('a group that is too large by itself, or has used its aid, is refused without asking further', () => {
    const periods = [{ year: 2025, headcount: 400 }];
    expect(decide({ standAlone: false, periods }).outcome).toBe('not_eligible');
    const declaredAid = [{ date: '2025-01-01', amountCents: 30_000_000 }];
    expect(decide({ standAlone: undefined, declaredAid }).outcome).toBe('not_eligible');
  });

  test('aid of after the decision takes no room on that day, and is told', () => {
    const declaredAid = [{ date: '2027-01-01', amountCents: 30_000_000 }];
    expect(decide({ declaredAid })).toMatchObject({ outcome: 'eligible', deMinimis: { usedCents: 0 } });
    expect(codes({ declaredAid })).toContain('aidDatedLater');
    expect(decide({ declaredAid: [...declaredAid, { date: '2025-01-01', amountCents: 30_000_000 }] }).outcome).toBe(
      'not_eligible',
    );
  });

  test('aid of which the day is not known matters only when it would not fit', () => {
    expect(decide({ declaredAid: [{ amountCents: 1_000_000 }] }).outcome).toBe('eligible');
    expect(decide({ declaredAid: [{ amountCents: 29_000_000 }] }).outcome).toBe('needs_evidence');
    expect(codes({ declaredAid: [{ amountCents: 29_000_000 }] })).toContain('aidUnclear');
  });

  test('aid for services of general interest leaves the general ceiling alone, up to a ceiling of both together', () => {
    const sgei = (amountCents: number) => ({
      declaredAid: [{ date: '2025-01-01', regulation: '(EU) 2023/2832', amountCents }],
    });
    expect(decide(sgei(40_000_000))).toMatchObject({ outcome: 'eligible', deMinimis: { usedCents: 0 } });
    expect(decide(sgei(74_000_000)).outcome).toBe('not_eligible');
    expect(codes(sgei(74_000_000))[0]).toBe('aidTogether');
  });
});

describe('a local authority', () => {
  const town: Partial<EligibilityFacts> = {
    organisationKind: 'local_authority',
    periods: [],
    declaredAid: undefined,
    jointCommittees: [],
    standAlone: undefined,
  };

  test.each(['childcare', 'home_care', 'elderly_care'] as const)(
    'is eligible in lot 4 for %s, without SME test',
    (careKind) => {
      const decision = decide({ ...town, careKind });
      expect(decision).toMatchObject({
        outcome: 'eligible',
        lot: { lot: 4 },
        smeClass: undefined,
        deMinimis: undefined,
      });
      expect(decision.reasons.map(({ code }) => code)).toContain('noSizeTest');
    },
  );

  test('is not eligible for another service, and asks when the service is not known', () => {
    expect(decide({ ...town, careKind: 'other' }).outcome).toBe('not_eligible');
    expect(decide(town)).toMatchObject({ outcome: 'needs_evidence', reasons: [{ code: 'careKindMissing' }] });
  });
});

describe('a programme', () => {
  test('that lists no condition decides nothing', () => {
    const conditions = { ...programme.conditions, enterprise: [] };
    expect(decideEligibility(bakery, { ...programme, conditions }).outcome).toBe('needs_evidence');
  });
});
