import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { competentiechecks2023 as programme } from '#modules/programmes/index.ts';
import { addDays, type PlainDate } from '#shared/dates.ts';
import { nextContactAfter } from './afterContact.ts';
import { findSector } from './findSector.ts';
import { placeRequest, type RequestFacts } from './placeRequest.ts';

const sector = (id: string) => programme.sectors.find((one) => one.id === id)!;
const bakery: RequestFacts = {
  organisationKind: 'enterprise',
  careKind: null,
  sector: sector('bakery'),
  chosenLot: null,
  workers: 14,
  municipality: '9140 Temse',
  knownEnterprise: false,
};
const placed = (change: Partial<RequestFacts>) => {
  const { assessment, choice, askFund } = placeRequest(programme, { ...bakery, ...change });
  return `${assessment.outcome} ${assessment.lot} ${choice?.fund.id ?? '-'} ${askFund?.id ?? '-'}`;
};

describe('where a request goes', () => {
  test.each([
    ['a bakery', {}, 'accept 2 alimento -'],
    ['249 workers', { workers: 249 }, 'accept 2 alimento -'],
    ['250 workers', { workers: 250 }, 'elsewhere null - alimento'],
    ['transport, before a lot is chosen', { sector: sector('transport') }, 'ask null - -'],
    ['transport, most people in offices', { sector: sector('transport'), chosenLot: 3 }, 'accept 3 liberform -'],
    ['a fund that is not active', { sector: sector('funeral') }, 'accept 4 vivo -'],
    ['a sector without a fund of its own', { sector: sector('hairdresser') }, 'accept 5 unizo -'],
    ['childcare of a town', { organisationKind: 'local_authority', careKind: 'childcare' }, 'accept 4 diverscity -'],
    ['the parks of a town', { organisationKind: 'local_authority', careKind: 'other' }, 'elsewhere null - diverscity'],
    ['somebody who typed «gemeente» as a sector', { sector: sector('local_authority') }, 'ask null - -'],
    ['work that stands in no list', { sector: null }, 'accept null - -'],
    ['a site in Brussels', { municipality: '1000 Brussel' }, 'elsewhere null - -'],
  ] as const)('%s', (_, change, outcome) => {
    expect(placed(change)).toBe(outcome);
  });

  test('every sector leads to a fund that is active, once a lot is chosen', () => {
    for (const one of programme.sectors.filter(({ localAuthority }) => !localAuthority)) {
      const { options } = placeRequest(programme, { ...bakery, sector: one });
      for (const { lot } of options) {
        const { choice } = placeRequest(programme, { ...bakery, sector: one, chosenLot: lot });
        expect(choice?.fund.active, `${one.id} in lot ${lot}`).toBe(true);
      }
    }
  });

  test('is the same whether the enterprise is known or not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...programme.sectors), fc.nat(400), (one, workers) => {
        const facts = { ...bakery, sector: one, workers };
        const [unknown, known] = [false, true].map((knownEnterprise) =>
          placeRequest(programme, { ...facts, knownEnterprise }),
        );
        expect(known!.choice).toEqual(unknown!.choice);
        expect(known!.assessment.ways).toEqual(unknown!.assessment.ways);
      }),
    );
  });
});

describe('a sector in plain words', () => {
  const read = (words: string) => {
    const answer = findSector(programme.sectors, words, 'nl');
    return answer.kind === 'found' ? answer.sector.id : answer.kind;
  };
  test.each([
    ['Bakkerij', 'bakery'],
    ['BAKKER', 'bakery'],
    ['garage', 'garage'],
    ['hairdresser', 'hairdresser'],
    ['', 'none'],
    ['qzxwv', 'none'],
    ['transport', 'transport'],
    ['vervoer', 'transport'],
    ['poets', 'choose'],
  ])('«%s» is %s', (words, answer) => {
    expect(read(words)).toBe(answer);
  });

  test('every sector is found by its own name', () => {
    for (const { id, name } of programme.sectors) expect(read(name.nl), name.nl).toBe(id);
  });

  test('whatever is typed gives an answer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (words) => {
        const answer = findSector(programme.sectors, words, 'nl');
        if (answer.kind === 'choose') expect(answer.sectors.length).toBeGreaterThan(1);
      }),
    );
  });
});

describe('the next contact', () => {
  const today: PlainDate = '2026-11-18';
  test('is what was agreed, whatever stood there', () => {
    expect(nextContactAfter('2026-12-01', '2026-11-20', today)).toBe('2026-12-01');
  });
  test('stays when it is still to come', () => {
    expect(nextContactAfter(undefined, '2026-11-30', today)).toBe('2026-11-30');
  });
  test('is three working days ahead when nothing stands there, or only something of today or before', () => {
    for (const standing of [null, '2026-11-02', today] as const)
      expect(nextContactAfter(undefined, standing, today)).toBe('2026-11-23');
  });
  test('never lies in the past, unless somebody wrote so', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        expect(nextContactAfter(undefined, addDays(today, days), today) > today).toBe(true);
      }),
    );
  });
});
