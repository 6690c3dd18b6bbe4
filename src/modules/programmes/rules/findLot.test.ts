import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { competentiechecks2023 as programme } from '../definition/competentiechecks2023.ts';
import { normaliseCommittee } from './committeeNumber.ts';
import { findLot, type CommitteeFact, type LotFacts } from './findLot.ts';
import { fundFor } from './fundFor.ts';

const of = (jointCommittees: readonly CommitteeFact[], more: Partial<LotFacts> = {}) =>
  findLot(programme, { isLocalAuthority: false, jointCommittees, ...more });
const one = (number: string) => of([{ number }]);

describe('a committee number', () => {
  test.each([
    ['124', '124'],
    ['PC 124', '124'],
    ['124.00', '124'],
    ['124.00.00-00.00', '124'],
    ['303.1', '303.01'],
    ['303.01', '303.01'],
    ['CP 303.01.00', '303.01'],
    ['30301', '303.01'],
    ['149.4', '149.04'],
    ['322', '322'],
    ['322.01', '322.01'],
    [' pc322.1 ', '322.01'],
  ])('written as "%s" is %s', (typed, number) => {
    expect(normaliseCommittee(typed)).toBe(number);
  });

  test.each(['', '999', '12', '4000', 'bouw', '124.x', '1e3', '124.123.1'])('"%s" is none', (typed) => {
    expect(normaliseCommittee(typed)).toBeUndefined();
  });

  test('stays the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const number = normaliseCommittee(typed);
        expect(number === undefined || normaliseCommittee(number) === number).toBe(true);
      }),
    );
  });
});

describe('the lot', () => {
  test.each([
    ['124', 1],
    ['149.01', 1],
    ['125', 1],
    ['125.03', 1],
    ['118', 2],
    ['118.03', 2],
    ['322', 2],
    ['322.01', 4],
    ['303.1', 3],
    ['303.01', 3],
    ['303.03', 5],
    ['336', 3],
    ['331', 4],
    ['320', 4],
    ['319.02', 5],
    ['302', 5],
    ['201', 5],
    ['200', 5],
    ['149.03', 5],
    ['140.03', 5],
  ])('of committee %s is %i', (number, lot) => {
    expect(one(number)).toMatchObject({ outcome: 'lot', lot, contested: false });
  });

  test('follows the lot lists for every committee that a lot names', () => {
    for (const lot of programme.lots)
      for (const number of lot.jointCommittees) expect(one(number).lot, number).toBe(lot.number);
  });

  test('says which committee decided', () => {
    expect(one('124')).toMatchObject({ because: ['124'], reasons: [{ code: 'lotByCommittee', weight: 'for' }] });
    expect(one('302').reasons[0]?.code).toBe('lotRest');
  });

  test('goes by most workers, and still shows the other lot with its fund', () => {
    const decision = of([
      { number: '124', workers: 18 },
      { number: '118', workers: 5 },
    ]);
    expect(decision).toMatchObject({ outcome: 'lot', lot: 1, because: ['124'], contested: true });
    expect(decision.shares).toEqual([
      { lot: 1, committees: ['124'], workers: 18, providers: ['constructiv'] },
      { lot: 2, committees: ['118'], workers: 5, providers: ['alimento'] },
    ]);
    expect(decision.reasons.map(({ code }) => code)).toEqual(['lotByCommittee', 'lotByMostWorkers']);
  });

  test('adds up the committees of one lot', () => {
    const committees = [
      { number: '124', workers: 6 },
      { number: '126', workers: 6 },
      { number: '111', workers: 10 },
    ];
    expect(of(committees).lot).toBe(1);
  });

  test('is a conflict with both funds when the workers are equal', () => {
    const decision = of([
      { number: '124', workers: 9 },
      { number: '111', workers: 9 },
    ]);
    expect(decision).toMatchObject({ outcome: 'conflict', lot: undefined, contested: true });
    expect(decision.shares.map(({ providers }) => providers)).toEqual([['constructiv'], ['mtechplus']]);
    expect(decision.reasons[0]).toEqual({ code: 'lotTie', weight: 'missing', facts: { lots: '1, 2' } });
  });

  test('asks for the workers when two lots are concerned and they are not known', () => {
    expect(of([{ number: '124', workers: 9 }, { number: '111' }]).reasons[0]?.code).toBe('lotWorkersMissing');
  });

  test('is not decided by the committee for employees when the workers have one of their own', () => {
    expect(
      of([
        { number: '149.01', workers: 10 },
        { number: '200', workers: 14 },
      ]),
    ).toMatchObject({ outcome: 'lot', lot: 1, contested: false });
    expect(of([{ number: '200', workers: 14 }])).toMatchObject({ outcome: 'lot', lot: 5 });
  });

  test('asks further for half a number, and for none', () => {
    expect(one('149')).toMatchObject({ outcome: 'unknown', reasons: [{ code: 'committeeIncomplete' }] });
    expect(one('303').outcome).toBe('unknown');
    expect(one('999').reasons[0]?.code).toBe('committeeUnreadable');
    expect(of([]).reasons[0]?.code).toBe('committeeMissing');
    expect(one('  ').reasons[0]?.code).toBe('committeeMissing');
  });

  test('is certain despite half a number when that could not change it', () => {
    const committees = [
      { number: '124', workers: 18 },
      { number: '149', workers: 3 },
    ];
    expect(of(committees)).toMatchObject({ outcome: 'lot', lot: 1 });
    expect(of([{ number: '124', workers: 3 }, committees[1]!]).outcome).toBe('unknown');
    expect(of([{ number: '124', workers: 18 }, { number: '149' }]).outcome).toBe('unknown');
  });

  test('of care by a local authority is 4, whatever its committees', () => {
    for (const careKind of ['childcare', 'home_care', 'elderly_care'])
      expect(of([{ number: '124' }], { isLocalAuthority: true, careKind })).toMatchObject({
        outcome: 'lot',
        lot: 4,
        shares: [{ providers: ['diverscity'] }],
      });
  });

  test('of another service of a local authority is none, and of an unknown one is not known', () => {
    expect(of([], { isLocalAuthority: true, careKind: 'other' }).outcome).toBe('none');
    expect(of([], { isLocalAuthority: true })).toMatchObject({
      outcome: 'unknown',
      reasons: [{ code: 'careKindMissing' }],
    });
  });

  const committee = fc.record(
    {
      number: fc.constantFrom(
        '124',
        '126',
        '118',
        '322',
        '322.01',
        '303.1',
        '303.01',
        '336',
        '331',
        '200',
        '302',
        '149',
        '999',
        '',
      ),
      workers: fc.integer({ min: -1, max: 30 }),
    },
    { requiredKeys: ['number'] },
  );

  test('never depends on the order of the committees', () => {
    fc.assert(
      fc.property(
        fc
          .array(committee, { maxLength: 5 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(of(shuffled)).toEqual(of(all));
        },
      ),
    );
  });

  test('never says "lot" without reasons that speak for it, nor anything else without one that says what is missing', () => {
    fc.assert(
      fc.property(fc.array(committee, { maxLength: 5 }), (all) => {
        const { outcome, lot, reasons } = of(all);
        expect(outcome === 'lot').toBe(lot !== undefined);
        expect(reasons.length).toBeGreaterThan(0);
        for (const { weight } of reasons) expect(weight).toBe(outcome === 'lot' ? 'for' : 'missing');
      }),
    );
  });

  test('once known stays when more workers join a committee of that lot', () => {
    fc.assert(
      fc.property(fc.array(committee, { minLength: 1, maxLength: 5 }), fc.nat(50), (all, more) => {
        const before = of(all);
        fc.pre(before.outcome === 'lot' && before.because[0] !== undefined);
        expect(of([...all, { number: before.because[0]!, workers: more }]).lot).toBe(before.lot);
      }),
    );
  });
});

describe('the fund', () => {
  test.each([
    [1, '149.01', 'volta', 'committee'],
    [1, '125.01', 'woodwize', 'committee'],
    [2, '118.03', 'alimento', 'committee'],
    [2, '322', 'alimento', 'noFund'],
    [3, '226', 'liberform', 'noFund'],
    [4, '331', 'vivo', 'committee'],
    [4, '320', 'vivo', 'inactive'],
    [4, '322.01', 'vivo', 'inactive'],
    [5, '302', 'horecavlaanderen', 'committee'],
    [5, '202.01', 'pmo', 'committee'],
    [5, '314', 'unizo', 'noFund'],
  ] as const)('in lot %i for %s is %s (%s)', (lot, committee, id, because) => {
    const choice = fundFor(programme, lot, { committee });
    expect(choice.fund.id).toBe(id);
    expect(choice.because).toBe(because);
  });

  test('for a local authority is the one that serves them', () => {
    expect(fundFor(programme, 4, { localAuthority: true })).toMatchObject({
      fund: { id: 'diverscity' },
      because: 'localAuthority',
    });
  });

  test('names the fund that is not active', () => {
    expect(fundFor(programme, 4, { committee: '320' }).insteadOf?.name).toBe('Fonds 320');
  });
});
