import { firm, given, holds, type TableCase } from './case.testing.ts';
import { aid, grant, ledger } from './ledgerCase.testing.ts';

const before2024 = [aid('2021-11-10', 90_000), aid('2022-03-05', 60_000)];
const periods2022 = { A: { periods: [{ year: 2022, headcount: 12, turnover: 1e6, balance: 1e6 }] } };
const in2023 = { date: '2023-12-20', enterprises: periods2022, aid: before2024 };
const two = { A: firm(5, 1, 1), B: firm(5, 1, 1) };

/** DOMAIN-FACTS §2.6. */
export const workedAidCases: readonly TableCase[] = [
  ledger(
    'A1: up to 200 000 in three fiscal years is allowed',
    { ...in2023, grant: grant(50_000, '1407/2013') },
    { allowed: true, used: 150_000, ceiling: 200_000, room: 50_000, window: { from: '2021-01-01', to: '2023-12-20' } },
  ),
  ledger('A2: one euro more is refused whole', { ...in2023, grant: grant(50_001, '1407/2013') }, { allowed: false }, [
    'aidOver',
  ]),
  ledger(
    'A3: 310 000 within three years is refused',
    {
      date: '2027-03-14',
      enterprises: { A: { periods: [{ year: 2026, headcount: 5, turnover: 1, balance: 1 }] } },
      aid: [aid('2024-03-15', 150_000)],
      grant: grant(160_000),
    },
    { allowed: false, used: 150_000, room: 150_000 },
  ),
  ledger(
    'A4: what one single undertaking received adds up',
    {
      enterprises: two,
      holdings: [holds('A', 'B', 60)],
      aid: [aid('2025-02-01', 200_000), aid('2025-03-01', 90_000, { undertaking: 'B' })],
      grant: grant(20_000),
    },
    { allowed: false, used: 290_000, room: 10_000, undertaking: ['A', 'B'] },
    ['aidOver', 'aidUndertaking'],
  ),
];

export const ownAidCases: readonly TableCase[] = [
  ledger(
    'the day exactly three years back counts',
    {
      date: '2027-03-15',
      enterprises: { A: { periods: [{ year: 2026, headcount: 5, turnover: 1, balance: 1 }] } },
      aid: [aid('2024-03-15', 150_000)],
      grant: grant(160_000),
    },
    { allowed: false, used: 150_000 },
    ['aidOnFirstDay'],
  ),
  ledger(
    'the day after it no longer does',
    {
      date: '2027-03-16',
      enterprises: { A: { periods: [{ year: 2026, headcount: 5, turnover: 1, balance: 1 }] } },
      aid: [aid('2024-03-15', 150_000)],
      grant: grant(160_000),
    },
    { allowed: true, used: 0, room: 300_000 },
  ),
  ledger(
    'reaching 300 000 exactly is allowed',
    { aid: [aid('2025-01-01', 280_497.45)], grant: grant(19_502.55) },
    { allowed: true, room: 19_502.55 },
  ),
  ledger(
    'a cent more is not',
    { aid: [aid('2025-01-01', 280_497.46)], grant: grant(19_502.55) },
    { allowed: false, room: 19_502.54 },
  ),
  ledger(
    'without a grant the price of a trajectory is reserved',
    { grant: undefined as never },
    { grant: 19_502.55, allowed: true },
  ),
  ledger(
    'aid of before 2024 counts day by day since',
    {
      date: '2024-05-04',
      enterprises: periods2022,
      aid: [aid('2021-05-03', 100_000), aid('2021-05-04', 50_000)],
      grant: grant(1),
    },
    { used: 50_000, ceiling: 300_000 },
  ),
  ledger(
    'a fiscal year that starts in April',
    {
      ...in2023,
      date: '2023-03-31',
      aid: [aid('2020-04-01', 10_000), aid('2020-03-31', 20_000)],
      grant: grant(1, '1407/2013'),
      ...({ fiscalYearStartMonth: 4 } as object),
    },
    { used: 10_000, window: { from: '2020-04-01', to: '2023-03-31' } },
  ),
  ledger(
    'road freight had half the ceiling',
    {
      ...in2023,
      enterprises: { A: { ...periods2022.A, activities: ['49.41'] } },
      aid: [],
      grant: grant(100_001, '1407/2013'),
    },
    { ceiling: 100_000, allowed: false },
    ['aidRoadFreight'],
  ),
  ledger(
    'road freight has the whole one since 2024',
    { enterprises: { A: firm(5, 1, 1, { activities: ['roadFreight'] }) }, grant: grant(100_001) },
    { ceiling: 300_000, allowed: true },
  ),
  ledger(
    'farming: 50 000 in three years',
    { aid: [aid('2025-01-01', 40_000, { regulation: '1408/2013' })], grant: grant(10_001, '1408/2013') },
    { ceiling: 50_000, used: 40_000, room: 10_000, allowed: false },
  ),
  ledger(
    'farming in 2023: 20 000 in three fiscal years',
    { ...in2023, aid: [aid('2021-01-01', 19_000, { regulation: '1408/2013' })], grant: grant(1_000, '1408/2013') },
    { ceiling: 20_000, used: 19_000, allowed: true },
  ),
  ledger(
    'farming in 2018: 15 000',
    {
      date: '2018-06-01',
      enterprises: { A: { periods: [{ year: 2017, headcount: 5, turnover: 1, balance: 1 }] } },
      grant: grant(15_001, '1408/2013'),
    },
    { ceiling: 15_000, allowed: false },
  ),
  ledger(
    'farming and general aid stay under the general ceiling together',
    { aid: [aid('2025-01-01', 290_000)], grant: grant(20_000, '1408/2013') },
    {
      ceiling: 50_000,
      used: 0,
      room: 10_000,
      allowed: false,
      together: [{ regulation: '2023/2831', ceiling: 300_000, used: 290_000, room: 10_000 }],
    },
    ['aidTogether'],
  ),
  ledger('fishery: 30 000', { grant: grant(30_001, '717/2014') }, { ceiling: 30_000, allowed: false }),
  ledger(
    'services of general interest: 750 000',
    { aid: [aid('2025-01-01', 700_000, { regulation: '2023/2832' })], grant: grant(50_000, '2023/2832') },
    { ceiling: 750_000, room: 50_000, allowed: true },
  ),
  ledger(
    'services of general interest in 2023: 500 000',
    { ...in2023, aid: [], grant: grant(500_001, '360/2012') },
    { ceiling: 500_000, allowed: false },
  ),
  ledger(
    'services of general interest do not fill the general ceiling',
    { aid: [aid('2025-01-01', 400_000, { regulation: '2023/2832' })], grant: grant(200_000) },
    { ceiling: 300_000, used: 0, allowed: true },
  ),
  ledger(
    'general and general-interest aid stay under 750 000 together',
    { aid: [aid('2025-01-01', 700_000, { regulation: '2023/2832' })], grant: grant(50_001) },
    { room: 50_000, allowed: false },
    ['aidTogether'],
  ),
  ledger(
    'a partner is no part of the single undertaking',
    {
      enterprises: two,
      holdings: [holds('A', 'B', 50)],
      aid: [aid('2025-03-01', 290_000, { undertaking: 'B' })],
      grant: grant(20_000),
    },
    { used: 0, allowed: true, undertaking: ['A'] },
  ),
  ledger(
    'most of the capital without most of the votes makes no single undertaking',
    {
      enterprises: two,
      holdings: [{ holder: 'A', held: 'B', capital: 60, votes: 40 }],
      aid: [aid('2025-03-01', 290_000, { undertaking: 'B' })],
    },
    { used: 0, undertaking: ['A'] },
  ),
  ledger(
    'a person links nobody for aid, though for the size',
    {
      enterprises: { ...two, N: { kind: 'naturalPerson', adjacentMarket: true } },
      holdings: [holds('N', 'A', 100), holds('N', 'B', 100)],
      aid: [aid('2025-03-01', 290_000, { undertaking: 'B' })],
    },
    { used: 0, undertaking: ['A'] },
  ),
  ledger(
    'sisters under a parent abroad are one, but aid abroad does not count',
    {
      enterprises: { ...two, P: firm(5, 1, 1, { country: 'NL' }) },
      holdings: [holds('P', 'A', 100), holds('P', 'B', 100)],
      aid: [aid('2025-03-01', 100_000, { undertaking: 'B' }), aid('2025-03-01', 100_000, { undertaking: 'P' })],
    },
    { used: 100_000, undertaking: ['A', 'B', 'P'] },
  ),
  ledger('aid that was not declared is asked for', { aid: undefined as never }, { allowed: null }, ['aidNotDeclared']),
  ledger(
    'room on later days',
    { aid: [aid('2024-03-15', 150_000), aid('2025-06-01', 100_000)] },
    {
      room: 50_000,
      later: [
        { date: '2027-03-16', room: 200_000 },
        { date: '2028-06-02', room: 300_000 },
      ],
    },
  ),
  {
    name: 'aid of after the decision takes no room on its day',
    given: given({ aid: [aid('2026-06-01', 299_000)] }),
    answer: { outcome: 'eligible', deMinimis: { used: 0, room: 300_000, allowed: true } },
    because: ['aidDatedLater'],
  },
  ledger(
    'three years before 29 February is 28 February',
    {
      date: '2028-02-29',
      enterprises: { A: { periods: [{ year: 2027, headcount: 5, turnover: 1, balance: 1 }] } },
      aid: [aid('2025-02-27', 100_000), aid('2025-02-28', 50_000)],
    },
    { used: 50_000, window: { from: '2025-02-28', to: '2028-02-29' } },
  ),
  ledger(
    'aid of 28 February comes free on 1 March of a leap year',
    { aid: [aid('2025-02-28', 100_000)] },
    { later: [{ date: '2028-03-01', room: 300_000 }] },
  ),
  ledger(
    'a scheme of before 2024 may grant until 30 June 2024, with its own ceiling and fiscal years',
    {
      date: '2024-06-30',
      enterprises: { A: { periods: [{ year: 2023, headcount: 5, turnover: 1, balance: 1 }] } },
      aid: [aid('2021-12-31', 90_000), aid('2022-01-01', 100_000), aid('2024-02-01', 50_000)],
      grant: grant(50_000, '1407/2013'),
    },
    { ceiling: 200_000, used: 150_000, allowed: true, window: { from: '2022-01-01', to: '2024-06-30' } },
  ),
];
