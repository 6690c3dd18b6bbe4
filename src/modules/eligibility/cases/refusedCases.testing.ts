import { firm, given, holds, type CaseFile, type RefusedCase } from './case.testing.ts';

const refused = (name: string, more: Partial<CaseFile> | object, field: string, says: RegExp): RefusedCase => ({
  name,
  given: given(more),
  field,
  says,
});
const two = { A: firm(5, 1, 1), B: firm(5, 1, 1) };
const three = { ...two, C: firm(5, 1, 1) };

/** What cannot be decided on. */
export const refusedCases: readonly RefusedCase[] = [
  refused(
    'a percentage over 100',
    { enterprises: two, holdings: [holds('B', 'A', 101)] },
    'holdings[0].capital',
    /at most 100/,
  ),
  refused(
    'a negative percentage',
    { enterprises: two, holdings: [holds('B', 'A', -1)] },
    'holdings[0].capital',
    /at least 0/,
  ),
  refused(
    'percentages that sum over 100',
    { enterprises: three, holdings: [holds('B', 'A', 60), holds('C', 'A', 40.01)] },
    'holdings[1].capital',
    /100\.01.*together/,
  ),
  refused(
    'votes that sum over 100',
    {
      enterprises: three,
      holdings: [
        { ...holds('B', 'A', 50), votes: 60 },
        { ...holds('C', 'A', 50), votes: 41 },
      ],
    },
    'holdings[1].votes',
    /101/,
  ),
  refused('an enterprise that holds itself', { holdings: [holds('A', 'A', 10)] }, 'holdings[0].held', /itself/),
  refused('a subject that is not there', { subject: 'Z' }, 'subject', /no enterprise "Z"/),
  refused('no subject', { subject: undefined }, 'subject', /missing/),
  refused('a holder that is not there', { holdings: [holds('Z', 'A', 10)] }, 'holdings[0].holder', /no enterprise "Z"/),
  refused(
    'a holding without percentage',
    { enterprises: two, holdings: [{ holder: 'B', held: 'A' }] },
    'holdings[0].capital',
    /missing/,
  ),
  refused(
    'a kind that does not exist',
    { enterprises: { A: firm(1, 1, 1), B: { kind: 'bank' } } },
    'enterprises.B.kind',
    /"bank".*enterprise, naturalPerson/,
  ),
  refused('no periods', { enterprises: { A: {} } }, 'enterprises.A.periods', /missing/),
  refused('an empty list of periods', { enterprises: { A: { periods: [] } } }, 'enterprises.A.periods', /missing/),
  refused(
    'no periods of a partner',
    { enterprises: { A: firm(1, 1, 1), B: {} }, holdings: [holds('B', 'A', 30)] },
    'enterprises.B.periods',
    /missing/,
  ),
  refused(
    'a period twice',
    { enterprises: { A: { periods: [{ year: 2025 }, { year: 2025 }] } } },
    'enterprises.A.periods[1].year',
    /twice/,
  ),
  refused(
    'a period without year',
    { enterprises: { A: { periods: [{ headcount: 3 }] } } },
    'enterprises.A.periods[0].year',
    /missing/,
  ),
  refused(
    'a negative figure',
    { enterprises: { A: { periods: [{ year: 2025, headcount: -3 }] } } },
    'enterprises.A.periods[0].headcount',
    /too small/,
  ),
  refused(
    'an amount in another currency',
    { enterprises: { A: { periods: [{ year: 2025, turnover: 3, currency: 'USD' }] } } },
    'enterprises.A.periods[0].currency',
    /USD.*Central Bank/,
  ),
  refused('a whole case in another currency', { currency: 'GBP' }, 'currency', /GBP/),
  refused(
    'an amount with a currency in it',
    { enterprises: { A: { periods: [{ year: 2025, turnover: 'USD 3' }] } } },
    'enterprises.A.periods[0].turnover',
    /number/,
  ),
  refused(
    'aid in another currency',
    { aid: [{ undertaking: 'A', date: '2025-01-01', amount: 3, currency: 'CHF' }] },
    'aid[0].currency',
    /CHF/,
  ),
  refused(
    'aid of who is not there',
    { aid: [{ undertaking: 'Z', date: '2025-01-01', amount: 3 }] },
    'aid[0].undertaking',
    /no enterprise "Z"/,
  ),
  refused(
    'aid that is no de minimis aid',
    { aid: [{ undertaking: 'A', date: '2025-01-01', amount: 3, regulation: '651/2014' }] },
    'aid[0].regulation',
    /651\/2014/,
  ),
  refused('a day that does not exist', { date: '2026-02-30' }, 'date', /day that exists/),
  refused('no day', { date: undefined }, 'date', /missing/),
  refused('a programme that we do not know', { programme: 'other' }, 'programme', /competentiechecks-2023/),
  refused(
    'a person as subject',
    { enterprises: { A: { kind: 'naturalPerson' } } },
    'enterprises.A.kind',
    /self-employed/,
  ),
  refused(
    'a public body as subject',
    { enterprises: { A: { kind: 'publicBody' } } },
    'enterprises.A.kind',
    /localAuthority/,
  ),
  refused('holdings that are no list', { holdings: {} as never }, 'holdings', /list/),
  refused(
    'an event that we do not know',
    { events: [{ type: 'sale', date: '2025-01-01', from: 'A', into: 'A' }] },
    'events[0].type',
    /merger, split/,
  ),
  refused(
    'a split into more than the whole',
    {
      events: [
        {
          type: 'split',
          date: '2025-01-01',
          from: 'X',
          into: [
            { id: 'A', share: 60 },
            { id: 'Y', share: 60 },
          ],
        },
      ],
    },
    'events[0].into',
    /120 percent/,
  ),
  refused(
    'an enterprise that takes in others after it was taken in itself',
    {
      enterprises: two,
      events: [
        { type: 'merger', date: '2025-01-01', from: 'A', into: 'B' },
        { type: 'merger', date: '2025-06-01', from: 'B', into: 'A' },
      ],
    },
    'events[1].into',
    /"A" was taken in itself/,
  ),
  refused('a slip in the name of the holdings', { holding: [] }, 'holding', /"holdings"/),
  refused(
    'a slip in the name of a figure',
    { enterprises: { A: { periods: [{ year: 2025, trunover: 3 }] } } },
    'enterprises.A.periods[0].trunover',
    /"turnover"/,
  ),
  { name: 'something that is no object', given: 'A', field: '', says: /object/ },
];
