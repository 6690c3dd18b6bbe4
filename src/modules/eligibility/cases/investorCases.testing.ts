import { firm, given, holds, period, totals, type CaseFile, type TableCase } from './case.testing.ts';

const tiny = firm(5, 1, 1);
const big = (kind: string, more: object = {}) => firm(300, 60, 50, { kind, ...more });

const owned = (
  name: string,
  others: CaseFile['enterprises'],
  holdings: NonNullable<CaseFile['holdings']>,
  sme: Readonly<Record<string, unknown>>,
  more: Partial<TableCase> = {},
): TableCase => ({ name, given: given({ enterprises: { A: tiny, ...others }, holdings }), answer: { sme }, ...more });

const stays = { autonomous: true, class: 'micro', isSme: true, partners: [], linked: [] };
const exempt = (kind: string): TableCase =>
  owned(`${kind} with 50 % leaves it autonomous`, { I: big(kind) }, [holds('I', 'A', 50)], stays, {
    because: ['memberExempt'],
  });

/** Persons, investors and public bodies: annex, art. 3(2) to 3(4). */
export const investorCases: readonly TableCase[] = [
  ...[
    'university',
    'nonProfitResearch',
    'ventureCapital',
    'institutionalInvestor',
    'regionalDevelopmentFund',
    'publicInvestmentCorporation',
  ].map(exempt),
  owned('a venture capital company with 51 % is linked', { I: big('ventureCapital') }, [holds('I', 'A', 51)], {
    class: 'large',
    linked: [{ id: 'I' }],
  }),
  owned(
    'two venture capital companies that are linked have 60 % together',
    { I: big('ventureCapital', { linkedInvestors: ['J'] }), J: big('ventureCapital') },
    [holds('I', 'A', 30), holds('J', 'A', 30)],
    { class: 'large', linked: [{ id: 'I' }, { id: 'J' }] },
  ),
  owned(
    'two that are not linked stay exempt',
    { I: big('ventureCapital'), J: big('ventureCapital') },
    [holds('I', 'A', 45), holds('J', 'A', 45)],
    stays,
  ),
  owned(
    'a venture capital company that controls is linked',
    { I: big('ventureCapital') },
    [holds('I', 'A', 30, { control: true })],
    { class: 'large' },
  ),
  owned(
    'what an exempt investor owns elsewhere stays out',
    { I: big('ventureCapital'), Z: big('enterprise') },
    [holds('I', 'A', 40), holds('I', 'Z', 90)],
    stays,
  ),
  owned(
    'a business angel under 1,25 million is exempt',
    { I: big('businessAngel') },
    [holds('I', 'A', 40, { investedAmount: 1_249_999.99, unquoted: true })],
    stays,
  ),
  owned(
    'a business angel of 1,25 million is a partner',
    { I: firm(100, 10, 10, { kind: 'businessAngel' }) },
    [holds('I', 'A', 40, { investedAmount: 1_250_000, unquoted: true })],
    { autonomous: false, totals: totals(45, 5, 5) },
  ),
  owned(
    'business angels add up in one enterprise',
    { I: firm(100, 10, 10, { kind: 'businessAngel' }), J: firm(1, 0, 0, { kind: 'businessAngel' }) },
    [holds('I', 'A', 40, { investedAmount: 700_000 }), holds('J', 'A', 5, { investedAmount: 600_000 })],
    { partners: [{ id: 'I', share: 40 }] },
  ),
  owned(
    'a business angel in a quoted enterprise is a partner',
    { I: firm(100, 10, 10, { kind: 'businessAngel' }) },
    [holds('I', 'A', 40, { investedAmount: 1, unquoted: false })],
    { autonomous: false },
  ),
  owned(
    'an investment that is not known is asked for when it matters',
    { I: firm(600, 160, 150, { kind: 'businessAngel' }) },
    [holds('I', 'A', 49)],
    { class: null, isSme: null },
    { because: ['angelInvestmentUnknown'] },
  ),
  owned(
    'a small municipality with 30 % leaves it autonomous',
    { M: { kind: 'smallLocalAuthority' } },
    [holds('M', 'A', 30)],
    stays,
  ),
  owned(
    'a small municipality with 51 % makes it no SME',
    { M: { kind: 'smallLocalAuthority' } },
    [holds('M', 'A', 51)],
    { isSme: false },
  ),
  owned(
    'public bodies add up: 15 and 10 % are 25',
    { M: { kind: 'publicBody' }, N: { kind: 'localAuthority' } },
    [holds('M', 'A', 15), holds('N', 'A', 10)],
    { isSme: false, publicHolding: { share: 25, holders: ['M', 'N'] } },
  ),
  owned(
    'public bodies with 24,99 % change nothing',
    { M: { kind: 'publicBody' }, N: { kind: 'localAuthority' } },
    [holds('M', 'A', 15), holds('N', 'A', 9.99)],
    { ...stays, publicHolding: { share: 24.99, holders: ['M', 'N'] } },
  ),
  owned(
    'a public body through an enterprise that it controls',
    { H: tiny, M: { kind: 'publicBody' } },
    [holds('M', 'H', 60), holds('H', 'A', 25)],
    { isSme: false },
  ),
  owned(
    'a public body does not link what it holds',
    { M: { kind: 'smallLocalAuthority' }, Z: big('enterprise') },
    [holds('M', 'A', 40), holds('M', 'Z', 60)],
    stays,
  ),
  owned(
    'a person on the same market links two enterprises',
    { N: { kind: 'naturalPerson', adjacentMarket: true }, Z: firm(50, 5, 5) },
    [holds('N', 'A', 60), holds('N', 'Z', 100)],
    { linked: [{ id: 'Z', share: 100 }], totals: totals(55, 6, 6), class: 'medium' },
  ),
  owned(
    'a person on other markets does not',
    { N: { kind: 'naturalPerson', adjacentMarket: false }, Z: firm(50, 5, 5) },
    [holds('N', 'A', 60), holds('N', 'Z', 100)],
    stays,
  ),
  owned(
    'a person with 50 % has no majority',
    { N: { kind: 'naturalPerson', adjacentMarket: true }, Z: firm(50, 5, 5) },
    [holds('N', 'A', 50), holds('N', 'Z', 100)],
    stays,
  ),
  owned(
    'persons who act jointly have a majority together',
    {
      N: { kind: 'naturalPerson', adjacentMarket: true, linkedInvestors: ['M'] },
      M: { kind: 'naturalPerson' },
      Z: firm(50, 5, 5),
    },
    [holds('N', 'A', 30), holds('M', 'A', 30), holds('N', 'Z', 100)],
    { linked: [{ id: 'Z' }], totals: totals(55, 6, 6) },
  ),
  owned(
    'a market that nobody asked about matters only when it changes the class',
    { N: { kind: 'naturalPerson' }, Z: firm(300, 60, 50) },
    [holds('N', 'A', 60), holds('N', 'Z', 100)],
    { isSme: null },
    { because: ['personMarketUnknown'] },
  ),
  owned(
    'a person without other enterprises changes nothing',
    { N: { kind: 'naturalPerson' } },
    [holds('N', 'A', 100)],
    stays,
  ),
  owned(
    'a public university with 30 % leaves it autonomous, whoever owns the university',
    { U: big('university'), M: { kind: 'publicBody' } },
    [holds('M', 'U', 100), holds('U', 'A', 30)],
    { ...stays, publicHolding: { share: 0, holders: [] } },
    { because: ['memberExempt'] },
  ),
  owned(
    'a development fund of a region stays exempt up to half',
    { I: big('regionalDevelopmentFund'), M: { kind: 'publicBody' } },
    [holds('M', 'I', 51), holds('I', 'A', 50)],
    stays,
  ),
  owned(
    'beyond half what a public body holds through a fund is public',
    { I: firm(1, 0, 0, { kind: 'regionalDevelopmentFund' }), M: { kind: 'publicBody' } },
    [holds('M', 'I', 51), holds('I', 'A', 50.01)],
    { isSme: false, publicHolding: { share: 50.01, holders: ['I'] } },
  ),
  owned(
    'two funds of one public body count together for the end of their exemption',
    {
      I: firm(1, 0, 0, { kind: 'ventureCapital' }),
      J: firm(1, 0, 0, { kind: 'regionalDevelopmentFund' }),
      M: { kind: 'publicBody' },
    },
    [holds('M', 'I', 100), holds('M', 'J', 100), holds('I', 'A', 30), holds('J', 'A', 30)],
    { isSme: false, publicHolding: { share: 60, holders: ['I', 'J'] } },
  ),
  owned(
    'a public body that controls without a share makes it no SME',
    { M: { kind: 'publicBody' } },
    [holds('M', 'A', 0, { control: true })],
    { isSme: false, class: 'large' },
    { because: ['publicControl'] },
  ),
  owned(
    'linked investors with exactly half together stay exempt',
    { I: big('ventureCapital', { linkedInvestors: ['J'] }), J: big('ventureCapital') },
    [holds('I', 'A', 25), holds('J', 'A', 25)],
    stays,
  ),
  owned(
    'the exemption of investors is for who they hold, not for who holds them',
    { I: firm(100, 1, 1, { kind: 'ventureCapital' }) },
    [holds('A', 'I', 30)],
    { partners: [{ id: 'I', share: 30 }], totals: totals(35, 1.3, 1.3), class: 'small' },
  ),
  owned(
    'two persons with a third each who do not act jointly link nothing',
    {
      N: { kind: 'naturalPerson', adjacentMarket: true },
      O: { kind: 'naturalPerson', adjacentMarket: true },
      Z: big('enterprise'),
    },
    [holds('N', 'A', 33), holds('O', 'A', 33), holds('N', 'Z', 33), holds('O', 'Z', 33)],
    stays,
  ),
  owned(
    'a person links through a holding company what they own beside it',
    { N: { kind: 'naturalPerson', adjacentMarket: true }, H: firm(1, 0.1, 0.1), Z: firm(20, 1, 1) },
    [holds('N', 'H', 100), holds('H', 'A', 60), holds('N', 'Z', 100)],
    { linked: [{ id: 'H' }, { id: 'Z' }], totals: totals(26, 2.1, 2.1), class: 'small' },
  ),
  {
    name: 'a merger after the last accounts adds who was taken in',
    given: given({
      enterprises: { A: tiny, X: { periods: [period(2025, 60, 6, 6)] } },
      events: [{ type: 'merger', date: '2026-02-01', from: ['X'], into: 'A' }],
    }),
    answer: { sme: { totals: totals(65, 7, 7), class: 'medium' } },
  },
  {
    name: 'a merger of before the last accounts is in them already',
    given: given({
      enterprises: { A: tiny, X: { periods: [period(2024, 60, 6, 6)] } },
      events: [{ type: 'merger', date: '2025-02-01', from: ['X'], into: 'A' }],
    }),
    answer: { sme: { totals: totals(5, 1, 1), class: 'micro' } },
  },
  {
    name: 'who was taken in before the last accounts, and left none, is not asked for older ones',
    given: given({
      enterprises: { A: { periods: [period(2024, 5, 1, 1), period(2025, 20, 3, 3)] }, X: {} },
      events: [{ type: 'merger', date: '2025-06-01', from: ['X'], into: 'A' }],
    }),
    answer: { outcome: 'eligible', sme: { totals: totals(20, 3, 3), class: 'small' } },
    because: ['historyBegins'],
  },
];
