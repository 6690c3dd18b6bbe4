import { firm, holds, period, totals, type TableCase } from './case.testing.ts';
import { size, tiny } from './sizeCase.testing.ts';

const four = { A: firm(20, 3, 2), B: firm(40, 8, 6), C: firm(30, 4, 3), D: firm(50, 6, 5) };

const alone = (name: string, enterprise: object, sme: object, more: Parameters<typeof size>[4] = {}): TableCase =>
  size(name, { A: enterprise as Record<string, unknown> }, [], { autonomous: true, ...sme }, more);

const large = firm(300, 60, 50);
const years = (...headcounts: readonly number[]) => ({
  periods: headcounts.map((headcount, at) => period(2026 - headcounts.length + at, headcount, 1, 1)),
});

/** DOMAIN-FACTS §1.8 (U and D) and §1.4 (T), then our own, by what they are about. */
export const workedSizeCases: readonly TableCase[] = [
  size(
    'U1: partners above and below count for their share',
    four,
    [holds('B', 'A', 25), holds('A', 'C', 33), holds('A', 'D', 49)],
    {
      class: 'medium',
      autonomous: false,
      totals: totals(64.4, 9.26, 6.94),
      linked: [],
      partners: [
        { id: 'B', share: 25 },
        { id: 'C', share: 33 },
        { id: 'D', share: 49 },
      ],
    },
    { outcome: 'eligible' },
  ),
  size('U2: linked ones count in full', four, [holds('B', 'A', 60), holds('A', 'C', 51), holds('A', 'D', 100)], {
    class: 'medium',
    totals: totals(140, 21, 16),
    linked: [
      { id: 'B', share: 100 },
      { id: 'C', share: 100 },
      { id: 'D', share: 100 },
    ],
    partners: [],
  }),
  size(
    'D8: a holder of 24,99 % changes nothing',
    { A: firm(9, 1.9, 2.5), I: firm(200, 30, 25) },
    [holds('I', 'A', 24.99)],
    {
      class: 'micro',
      autonomous: true,
      totals: totals(9, 1.9, 2.5),
    },
  ),
  size('D9: exactly 25 % is a partner', { A: firm(9, 1.9, 1.5), I: firm(200, 30, 25) }, [holds('I', 'A', 25)], {
    class: 'medium',
    autonomous: false,
    totals: totals(59, 9.4, 7.75),
  }),
  size('D10: exactly 50 % is a partner', { A: firm(30, 5, 4), P: firm(60, 12, 11) }, [holds('A', 'P', 50)], {
    class: 'medium',
    totals: totals(60, 11, 9.5),
    partners: [{ id: 'P', share: 50 }],
  }),
  alone('D12: a balance that fits saves a turnover that does not', firm(49, 55, 9.9), { class: 'small' }),
  alone('D14: fifty people are not small', firm(50, 1, 1), { class: 'medium' }),
  alone('D17: under ten people and exactly two million turnover is micro', firm(9.9, 2, 5), { class: 'micro' }),
  size(
    'D18: a municipality of 60 000 with 30 % makes it no SME',
    { A: firm(12, 1, 1), M: { kind: 'localAuthority' } },
    [holds('M', 'A', 30)],
    { isSme: false, class: 'large' },
    { outcome: 'not_eligible', because: ['publicHolding'] },
  ),
  alone('T1: SME, SME, too large stays an SME', years(240, 240, 260), { class: 'medium', twoYearRule: true }),
  alone('T2: SME, too large, SME stays an SME', years(240, 260, 240), { class: 'medium' }),
  alone('T3: SME, too large twice is none', years(240, 260, 260), { class: 'large' }, { outcome: 'not_eligible' }),
  alone('T4: too large twice, then SME is none yet', years(260, 260, 240), { class: 'large', twoYearRule: true }),
  alone('T5: too large, SME, too large is none', years(260, 240, 260), { class: 'large' }),
  alone('T6: too large, then SME twice is one again', years(260, 240, 240), { class: 'medium' }),
  alone('T7: always too large is none', years(260, 260, 260), { class: 'large' }),
  alone('T8: small, medium, large becomes medium', years(40, 100, 260), { class: 'medium' }),
];

export const ownSizeCases: readonly TableCase[] = [
  alone('an SME of one year is one at once', firm(249.99, 50, 43), { class: 'medium' }),
  alone('250 people are none', firm(250, 1, 1), { class: 'large', isSme: false }),
  alone('a cent over both amounts is none', firm(10, 50.00000001, 43.00000001), { class: 'large' }),
  alone(
    'a new enterprise goes by its estimate',
    { periods: [{ ...period(2026, 4, 0.3, 0.1), estimate: true }] },
    { class: 'micro' },
    { because: ['newEnterprise'], outcome: 'eligible' },
  ),
  alone(
    'an estimate says nothing beside closed accounts',
    { periods: [period(2025, 12, 1, 1), { ...period(2026, 300, 90, 90), estimate: true }] },
    { class: 'small' },
  ),
  alone(
    'a figure that misses is asked for',
    { periods: [{ year: 2025, turnover: 1e6 }] },
    { class: null, isSme: null },
    { because: ['memberFigureMissing'], outcome: 'needs_evidence' },
  ),
  alone(
    'a balance that fits needs no turnover',
    { periods: [{ year: 2025, headcount: 12, balance: 1e6 }] },
    { class: 'small' },
    { outcome: 'eligible' },
  ),
  alone(
    'figures of 2023 are too old in 2026',
    { periods: [period(2023, 12, 1, 1)] },
    { class: 'small' },
    { because: ['periodsTooOld'], outcome: 'needs_evidence' },
  ),
  size(
    '51 % is linked',
    { A: tiny, P: large },
    [holds('P', 'A', 50.01)],
    { class: 'large', linked: [{ id: 'P', share: 100 }] },
    { outcome: 'not_eligible', because: ['headcountOver'] },
  ),
  size(
    'of capital and votes the higher counts',
    { A: tiny, P: firm(100, 1, 1) },
    [{ holder: 'P', held: 'A', capital: 10, votes: 40 }],
    {
      partners: [{ id: 'P', share: 40 }],
      totals: totals(45, 1.4, 1.4),
    },
  ),
  size(
    'most of the votes link, whatever the capital',
    { A: tiny, P: firm(100, 1, 1) },
    [{ holder: 'P', held: 'A', capital: 20, votes: 51 }],
    { linked: [{ id: 'P', share: 100 }] },
  ),
  size(
    'control links, whatever the percentage',
    { A: tiny, P: firm(100, 1, 1) },
    [{ ...holds('P', 'A', 5), control: true }],
    {
      linked: [{ id: 'P', share: 100 }],
      totals: totals(105, 2, 2),
    },
  ),
  size(
    'a chain of majorities links to its end',
    { A: tiny, B: tiny, C: tiny, D: tiny },
    [holds('A', 'B', 60), holds('B', 'C', 60), holds('C', 'D', 60)],
    {
      totals: totals(20, 4, 4),
      linked: [{ id: 'B' }, { id: 'C' }, { id: 'D' }],
    },
  ),
  size(
    'sisters under one parent are linked',
    { A: tiny, P: tiny, S: tiny },
    [holds('P', 'A', 60), holds('P', 'S', 60)],
    { totals: totals(15, 3, 3) },
  ),
  size(
    'two linked holders of 30 % are a majority together',
    { A: tiny, P: tiny, Q: tiny },
    [holds('P', 'Q', 100), holds('P', 'A', 30), holds('Q', 'A', 30)],
    {
      totals: totals(15, 3, 3),
      linked: [{ id: 'P' }, { id: 'Q' }],
    },
  ),
  size(
    'linked holders under 25 % each are partner together',
    { A: tiny, P: firm(100, 1, 1, { linkedInvestors: ['Q'] }), Q: firm(100, 1, 1) },
    [holds('P', 'A', 15), holds('Q', 'A', 10)],
    {
      partners: [
        { id: 'P', share: 25 },
        { id: 'Q', share: 25 },
      ],
      totals: totals(55, 1.5, 1.5),
    },
  ),
  size(
    'holders under 25 % that are not linked stay out',
    { A: tiny, P: firm(100, 1, 1), Q: firm(100, 1, 1) },
    [holds('P', 'A', 15), holds('Q', 'A', 15)],
    { autonomous: true, class: 'micro' },
  ),
  size(
    'what is linked to a partner counts pro rata with it',
    { A: tiny, P: firm(40, 4, 4), Q: firm(60, 6, 6) },
    [holds('P', 'A', 30), holds('P', 'Q', 80)],
    {
      totals: totals(35, 4, 4),
      partners: [{ id: 'P', share: 30 }],
    },
  ),
  size(
    'a partner of a partner does not count',
    { A: tiny, P: firm(40, 4, 4), Q: large },
    [holds('P', 'A', 30), holds('P', 'Q', 50)],
    { totals: totals(17, 2.2, 2.2) },
  ),
  size(
    'a partner of a linked one counts',
    { A: tiny, L: tiny, P: firm(100, 10, 10) },
    [holds('A', 'L', 60), holds('L', 'P', 40)],
    { totals: totals(50, 6, 6) },
  ),
  size(
    'of a cross-holding the higher percentage counts, once',
    { A: tiny, P: firm(100, 10, 10) },
    [holds('A', 'P', 30), holds('P', 'A', 40)],
    {
      totals: totals(45, 5, 5),
      partners: [{ id: 'P', share: 40 }],
    },
  ),
  size(
    'a partner of two linked ones counts once, for the highest share',
    { A: tiny, L: tiny, P: firm(100, 10, 10) },
    [holds('A', 'L', 60), holds('P', 'A', 25), holds('P', 'L', 40)],
    { totals: totals(50, 6, 6) },
  ),
  size(
    'a cycle of majorities ends, and counts everybody once',
    { A: tiny, B: tiny, C: tiny },
    [holds('A', 'B', 60), holds('B', 'C', 60), holds('C', 'A', 60)],
    { totals: totals(15, 3, 3) },
  ),
  size(
    'linked ones hold 25 % of an enterprise together',
    { A: tiny, L: tiny, P: firm(100, 10, 10) },
    [holds('A', 'L', 60), holds('A', 'P', 15), holds('L', 'P', 15)],
    { totals: totals(40, 5, 5) },
  ),
  size(
    'a holding from a day to come does not count yet',
    { A: tiny, P: large },
    [holds('P', 'A', 60, { since: '2026-06-01' })],
    { autonomous: true, class: 'micro' },
  ),
  size(
    'an acquisition counts at once',
    {
      A: { periods: [period(2024, 5, 1, 1), period(2025, 5, 1, 1)] },
      P: { periods: [period(2024, 300, 60, 50), period(2025, 300, 60, 50)] },
    },
    [holds('P', 'A', 100, { since: '2026-04-01' })],
    { class: 'large' },
  ),
  size(
    'a partner without older figures leaves the newest year to decide',
    { A: { periods: [period(2024, 20, 3, 2), period(2025, 20, 3, 2)] }, B: firm(40, 8, 6) },
    [holds('B', 'A', 25)],
    { class: 'small', totals: totals(30, 5, 3.5) },
    { because: ['historyBegins', 'memberPartner'] },
  ),
  size(
    'too large by itself in an older year counts, whoever lacks figures',
    { A: { periods: [period(2024, 300, 3, 2), period(2025, 200, 3, 2)] }, B: firm(40, 8, 6) },
    [holds('B', 'A', 25)],
    { class: 'large' },
  ),
  size(
    'two daughters with half each have all of a granddaughter',
    { A: tiny, L: tiny, M: tiny, Z: firm(10, 1, 1) },
    [holds('A', 'L', 100), holds('A', 'M', 100), holds('L', 'Z', 50), holds('M', 'Z', 50)],
    { linked: [{ id: 'L' }, { id: 'M' }, { id: 'Z' }], totals: totals(25, 4, 4) },
  ),
  alone('too large, small, then micro is small: each ceiling takes two years', years(300, 20, 5), { class: 'small' }),
  alone(
    'turnover and balance over their ceilings for one year change nothing yet',
    { periods: [period(2024, 20, 9, 11), period(2025, 20, 11, 11)] },
    { class: 'small', twoYearRule: true },
  ),
];
