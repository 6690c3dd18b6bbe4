import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/dates.ts';
import { isWorkingDay } from '#shared/workingDays.ts';
import { assessLead, regionOf, type LeadFacts } from './assessLead.ts';
import { isOpenLead, leadActions, leadRules, leadStates, mayLead, type LeadState } from './leadStates.ts';
import { firstContactBy, isContactLate } from './nextContact.ts';

const bakery: LeadFacts = {
  number: 'ok',
  organisationKind: 'enterprise',
  careKind: null,
  lots: [2],
  chosenLot: null,
  careLots: [],
  workers: 14,
  workersUnder: 250,
  region: 'flanders',
  knownEnterprise: false,
};
const facts: fc.Arbitrary<LeadFacts> = fc.record({
  number: fc.constantFrom('ok', 'empty', 'notDigits', 'length', 'firstDigit', 'check'),
  organisationKind: fc.constantFrom('enterprise', 'social_profit', 'local_authority'),
  careKind: fc.constantFrom(null, 'childcare', 'home_care', 'elderly_care', 'other'),
  lots: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
  chosenLot: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
  careLots: fc.constantFrom([4], []),
  workers: fc.option(fc.nat(500), { nil: null }),
  workersUnder: fc.constant(250),
  region: fc.constantFrom('flanders', 'brussels', 'wallonia', null),
  knownEnterprise: fc.boolean(),
});
const keys = (change: Partial<LeadFacts>) =>
  assessLead({ ...bakery, ...change }).ways.map((way) => `${way.kind} ${way.field} ${way.key}`);

describe('a request for help', () => {
  test('of a bakery with 14 workers goes to the lot of its sector', () => {
    expect(assessLead(bakery)).toMatchObject({ outcome: 'accept', lot: 2, attach: false });
  });

  test.each([
    ['a wrong number', { number: 'check' }, 'ask', 'correct number way.number.check'],
    ['a sector in two lots', { lots: [2, 4] }, 'ask', 'choose lot way.lots'],
    ['a lot that the sector does not have', { lots: [2, 4], chosenLot: 1 }, 'ask', 'choose lot way.lots'],
    [
      'a local authority that does not say which service',
      { organisationKind: 'local_authority' },
      'ask',
      'choose careKind way.careKind',
    ],
    [
      'the parks service of a town',
      { organisationKind: 'local_authority', careKind: 'other', careLots: [4] },
      'elsewhere',
      'elsewhere careKind way.authority',
    ],
    ['250 workers', { workers: 250 }, 'elsewhere', 'elsewhere workers way.tooLarge'],
    ['a site in Brussels', { region: 'brussels' }, 'elsewhere', 'elsewhere municipality way.outside.brussels'],
    ['a site in Wallonia', { region: 'wallonia' }, 'elsewhere', 'elsewhere municipality way.outside.wallonia'],
  ] as const)('with %s gets a way on', (_, change, outcome, way) => {
    expect(assessLead({ ...bakery, ...change }).outcome).toBe(outcome);
    expect(keys(change)).toContain(way);
  });

  test('of childcare in a town goes to the care lot, whatever the size of the town', () => {
    const care = {
      organisationKind: 'local_authority',
      careKind: 'childcare',
      careLots: [4],
      lots: [5],
      workers: 900,
    } as const;
    expect(assessLead({ ...bakery, ...care })).toMatchObject({ outcome: 'accept', lot: 4 });
    expect(keys(care)).toContain('note workers way.authoritySize');
  });

  test('with 249 workers, or an unknown sector, or no postal code, is accepted', () => {
    expect(assessLead({ ...bakery, workers: 249 }).outcome).toBe('accept');
    expect(assessLead({ ...bakery, lots: [] })).toMatchObject({ outcome: 'accept', lot: null });
    expect(assessLead({ ...bakery, region: null }).outcome).toBe('accept');
  });

  test('shows a stranger the same whether or not the enterprise is known, and attaches only for the office', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const known = assessLead({ ...given, knownEnterprise: true });
        const unknown = assessLead({ ...given, knownEnterprise: false });
        expect({ ...known, attach: null }).toEqual({ ...unknown, attach: null });
        expect(unknown.attach).toBe(false);
        expect(known.attach).toBe(known.outcome === 'accept');
      }),
    );
  });

  test('that is not accepted always has a way on, and no lot', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { outcome, ways, lot } = assessLead(given);
        if (outcome === 'accept') return;
        expect(lot).toBeNull();
        expect(ways.some(({ kind }) => kind !== 'note')).toBe(true);
      }),
    );
  });
});

describe('the region of a municipality', () => {
  test.each([
    ['9140 Temse', 'flanders'],
    ['1700 Dilbeek', 'flanders'],
    ['3798 Voeren', 'flanders'],
    ['B-8900 Ieper', 'flanders'],
    ['Gent (9000)', 'flanders'],
    ['1000 Brussel', 'brussels'],
    ['1299 Ergens', 'brussels'],
    ['1300 Wavre', 'wallonia'],
    ['4000 Liège', 'wallonia'],
    ['7700 Mouscron', 'wallonia'],
    ['Temse', null],
    ['03 123 45 67', null],
    ['91400', null],
    ['', null],
  ])('%s is %s', (typed, region) => expect(regionOf(typed)).toBe(region));
});

describe('a lead', () => {
  test('reaches every state from new, and every open state has a way to its end', () => {
    const reached = new Set<LeadState>(['new']);
    for (const from of reached)
      for (const action of leadActions) {
        const answer = mayLead(action, from);
        if (answer.allowed) reached.add(answer.to);
      }
    expect(reached).toEqual(new Set(leadStates));
    for (const state of leadStates)
      expect(leadActions.some((action) => mayLead(action, state).allowed)).toBe(isOpenLead(state));
  });

  test('becomes a trajectory only once somebody took it', () => {
    expect(leadStates.filter((state) => mayLead('convert', state).allowed)).toEqual(['taken']);
    expect(mayLead('convert', 'new')).toEqual({ allowed: false, because: 'lead.takeFirst' });
    expect(mayLead('take', 'taken')).toEqual({ allowed: false, because: 'lead.taken' });
    expect(mayLead('take', 'declined')).toEqual({ allowed: false, because: 'lead.is.declined' });
  });

  test('that was handed over can be taken by the other fund', () => {
    expect(leadRules.handOver.to).toBe('handed_over');
    expect(mayLead('take', 'handed_over')).toEqual({ allowed: true, to: 'taken' });
  });
});

describe('the first contact', () => {
  test('comes within three working days, over a weekend and a holiday', () => {
    expect(firstContactBy('2026-04-02')).toBe('2026-04-08');
  });

  test('falls on a working day, is in time on the day itself and late the day after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (n) => {
        const by = firstContactBy(addDays('2023-01-01', n));
        expect(isWorkingDay(by)).toBe(true);
        expect([isContactLate(by, by), isContactLate(by, addDays(by, 1)), isContactLate(null, by)]).toEqual([
          false,
          true,
          false,
        ]);
      }),
    );
  });
});
