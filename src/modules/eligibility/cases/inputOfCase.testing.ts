import { careOf, carriesByRoad } from '../caseFile/activities.ts';

type Row = Readonly<Record<string, unknown>>;
const row = (value: unknown): Row => (typeof value === 'object' && value !== null ? (value as Row) : {});
const rows = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.map(row) : []);
const cents = (euro: unknown) => (typeof euro === 'number' ? Math.round(euro * 100) : euro);
const cares: Readonly<Record<string, string>> = {
  childcare: 'childcare',
  homeCare: 'home_care',
  elderlyCare: 'elderly_care',
  other: 'other',
};

const period = ({ turnover, balance, ...rest }: Row) => ({
  ...rest,
  turnoverCents: cents(turnover),
  balanceCents: cents(balance),
});
const listed = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

/** A case of the table as the operations `decide` and `tryOut` take it: cents, and the words of the screen. */
export function inputOfCase(given: unknown) {
  const file = row(given);
  const subject = String(file['subject']);
  const enterprises = row(file['enterprises']);
  const own = row(enterprises[subject]);
  const activities = listed(own['activities']).map(String);
  const care = (own['careKind'] ?? file['careKind']) as string | undefined;
  const grant = row(file['grant']);
  return {
    date: file['date'],
    currency: file['currency'],
    grant: { amountCents: cents(grant['amount']), regulation: grant['regulation'] },
    organisationKind: ['localAuthority', 'smallLocalAuthority'].includes(String(own['kind']))
      ? 'local_authority'
      : file['organisation'] === 'socialProfit'
        ? 'social_profit'
        : 'enterprise',
    careKind: care === undefined ? careOf(activities) : cares[care],
    roadFreight: carriesByRoad(activities),
    fiscalYearStartMonth: file['fiscalYearStartMonth'],
    periods: rows(own['periods']).map(period),
    jointCommittees: file['jointCommittees'] ?? [],
    aidDeclared: file['aid'] !== undefined,
    declaredAid: rows(file['aid']).map(({ amount, ...line }) => ({ ...line, amountCents: cents(amount) })),
    group: {
      subject,
      members: Object.entries(enterprises).map(([id, entry]) => {
        const { periods, activities: _activities, careKind: _care, ...member } = row(entry);
        return { id, ...member, periods: id === subject ? [] : rows(periods).map(period) };
      }),
      holdings: rows(file['holdings']).map(({ investedAmount, ...holding }) => ({
        ...holding,
        investedCents: cents(investedAmount),
      })),
      events: rows(file['events']).map(({ type, from, into, ...event }) => ({
        ...event,
        kind: type,
        from: listed(from),
        into: listed(into).map((part) => (typeof part === 'string' ? { id: part } : part)),
      })),
    },
  };
}
