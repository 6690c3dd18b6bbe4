import { quoted } from '#platform/datafiles/problem.ts';
import type { PlainDate } from '#shared/dates.ts';
import {
  holderKinds,
  type GroupEvent,
  type GroupFacts,
  type GroupPeriod,
  type Holding,
  type Member,
} from '../rules/group/groupFacts.ts';
import { dividedIn, takenInBefore } from '../rules/group/groupProblems.ts';
import { percent } from '../rules/group/ownershipGraph.ts';
import type { Field } from './field.ts';

const memberFields = [
  'kind',
  'name',
  'country',
  'periods',
  'adjacentMarket',
  'linkedInvestors',
  'activities',
  'since',
  'careKind',
  'currency',
];
const periodFields = ['year', 'headcount', 'turnover', 'balance', 'consolidated', 'estimate', 'currency'];
const holdingFields = ['holder', 'held', 'capital', 'votes', 'control', 'since', 'investedAmount', 'unquoted'];

/** Amounts are euro: whoever says otherwise has to convert them first. */
export function refuseOtherCurrency(field: Field): void {
  const currency = field.at('currency');
  if (currency.given && String(currency.value).toUpperCase() !== 'EUR')
    currency.refuse(
      `amounts in ${JSON.stringify(currency.value)} cannot be used`,
      'Convert them to euro at the rate of the European Central Bank of the closing day, and leave "currency" out.',
    );
}

/** Enterprises, holdings and events. @throws CaseRefusal */
export function readGroup(file: Field, date: PlainDate): GroupFacts {
  const entries = file.at('enterprises').entries();
  const known = new Set(entries.map(([id]) => id));
  const who = (field: Field): string => {
    const id = field.text();
    if (!known.has(id))
      field.refuse(`there is no enterprise ${quoted(id)}`, 'Add it to "enterprises", or mend the name.');
    return id;
  };
  const subject = who(file.at('subject'));
  const enterprises = Object.fromEntries(entries.map(([id, field]) => [id, readMember(field, who)]));
  const holdings = file.at('holdings').maybe((field) => field.items()) ?? [];
  const read = holdings.map((field) => readHolding(field, who));
  refuseOverHundred(holdings, read, date);
  const events = file.at('events').maybe(readEvents);
  // Entries without a prototype: a name such as "__proto__" is a name.
  return {
    subject,
    enterprises: Object.assign(Object.create(null), enterprises),
    holdings: read,
    ...(events && { events }),
  };
}

function readMember(field: Field, who: (field: Field) => string): Member {
  refuseOtherCurrency(field);
  field.refuseSlips(memberFields);
  const list = (key: string) => field.at(key).maybe((each) => each.items().map(who));
  const country = field.at('country');
  return {
    kind: field.at('kind').maybe((kind) => kind.choice(holderKinds, 'kind that we know')),
    name: field.at('name').maybe((name) => name.text()),
    country: country.maybe((code) =>
      /^[A-Za-z]{2}$/.test(code.text())
        ? code.text().toUpperCase()
        : code.refuse('this is no country', 'Write two letters: BE.'),
    ),
    periods: field.at('periods').maybe((periods) => readPeriods(periods, who)),
    adjacentMarket: field.at('adjacentMarket').maybe((flag) => flag.flag()),
    linkedInvestors: list('linkedInvestors'),
    since: field.at('since').maybe((day) => day.date()),
  };
}

function readPeriods(field: Field, who: (field: Field) => string): readonly GroupPeriod[] {
  const seen = new Set<string>();
  return field.items().map((period) => {
    refuseOtherCurrency(period);
    period.refuseSlips(periodFields);
    const year = period.at('year').year();
    const estimate = period.at('estimate').maybe((flag) => flag.flag());
    const key = `${year} ${estimate === true}`;
    if (seen.has(key)) period.at('year').refuse(`${year} stands there twice`, 'Keep one period a year.');
    seen.add(key);
    return {
      year,
      headcount: period.at('headcount').maybe((figure) => figure.number({ maximum: 1e7 })),
      turnoverCents: period.at('turnover').maybe((figure) => figure.euro()),
      balanceCents: period.at('balance').maybe((figure) => figure.euro()),
      consolidated: period.at('consolidated').maybe((ids) => ids.items().map(who)),
      estimate,
    };
  });
}

function readHolding(field: Field, who: (field: Field) => string): Holding {
  field.refuseSlips(holdingFields);
  const holder = who(field.at('holder'));
  const held = who(field.at('held'));
  if (holder === held)
    field.at('held').refuse(`${quoted(held)} cannot hold itself`, 'Own shares count for nobody: take the holding out.');
  const capital = field.at('capital').maybe((share) => share.percent());
  const votes = field.at('votes').maybe((share) => share.percent());
  const control = field.at('control').maybe((flag) => flag.flag());
  if (capital === undefined && votes === undefined && control !== true)
    field.at('capital').refuse('this is missing', 'Write the percentage of the capital, of the votes, or both.');
  return {
    holder,
    held,
    // Who gives one of the two means both.
    capital: capital ?? votes ?? 0,
    votes: votes ?? capital ?? 0,
    control,
    since: field.at('since').maybe((day) => day.date()),
    investedCents: field.at('investedAmount').maybe((amount) => amount.euro()),
    unquoted: field.at('unquoted').maybe((flag) => flag.flag()),
  };
}

/** Nobody can own more than the whole: all holdings in one enterprise come to 100 at most. */
function refuseOverHundred(fields: readonly Field[], holdings: readonly Holding[], date: PlainDate): void {
  const totals = new Map<string, { capital: number; votes: number }>();
  holdings.forEach((holding, at) => {
    if (holding.since !== undefined && holding.since > date) return;
    const before = totals.get(holding.held) ?? { capital: 0, votes: 0 };
    const total = { capital: percent(before.capital + holding.capital), votes: percent(before.votes + holding.votes) };
    totals.set(holding.held, total);
    for (const part of ['capital', 'votes'] as const)
      if (total[part] > 100)
        fields[at]!.at(fields[at]!.at(part).given ? part : 'capital').refuse(
          `all ${part} of ${quoted(holding.held)} come to ${total[part]} percent with this holding`,
          'Mend the percentages: together they are 100 at most.',
        );
  });
}

function readEvents(field: Field): readonly GroupEvent[] {
  const fields = field.items();
  const events = fields.map(readEvent);
  events.forEach((event, at) => {
    const gone = takenInBefore(event, events);
    const into = fields[at]!.at('into');
    if (gone !== undefined)
      into.refuse(`${quoted(gone)} was taken in itself by then`, 'Name the enterprise that went on.');
  });
  return events;
}

function readEvent(field: Field): GroupEvent {
  const names = (key: string): readonly Field[] => {
    const at = field.at(key);
    return Array.isArray(at.value) ? at.items() : [at];
  };
  const kind = (field.at('type').given ? field.at('type') : field.at('kind')).choice(
    ['merger', 'split'],
    'kind of event',
  );
  const into = names('into').map((each): GroupEvent['into'][number] =>
    typeof each.value === 'object'
      ? { id: each.at('id').text(), share: each.at('share').maybe((share) => share.percent()) }
      : { id: each.text() },
  );
  const event: GroupEvent = {
    kind,
    date: field.at('date').date(),
    from: names('from').map((each) => each.text()),
    into,
  };
  const divided = dividedIn(event);
  if (divided > 100)
    field
      .at('into')
      .refuse(`the shares come to ${divided} percent`, 'Mend the percentages: together they are 100 at most.');
  return event;
}
