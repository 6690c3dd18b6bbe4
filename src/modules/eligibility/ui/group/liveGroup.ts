import { isPlainDate, type PlainDate } from '#shared/dates.ts';
import { readEuroCents, readNumber, type NumberReading } from '#shared/hours.ts';
import type { EligibilityFacts } from '../../rules/facts.ts';
import { holderKinds, type GroupFacts, type GroupPeriod, type HolderKind } from '../../rules/group/groupFacts.ts';
import { judgeSme, type SmeJudgement } from '../../rules/smeCondition.ts';
import type { FiguresForm, GroupForm, PeriodForm } from './groupForm.ts';

const read = (typed: string, reader: (typed: string) => NumberReading): number | undefined => {
  const reading = reader(typed);
  return reading.ok && reading.value >= 0 ? reading.value : undefined;
};
const share = (typed: string): number | undefined => {
  const value = read(typed, readNumber);
  return value !== undefined && value <= 100 ? value : undefined;
};
const day = (typed: string): PlainDate | undefined => (isPlainDate(typed) ? typed : undefined);
const yesNo = (typed: string): boolean | undefined => (typed === 'yes' ? true : typed === 'no' ? false : undefined);
const some = (ids: readonly string[]) => (ids.length > 0 ? ids : undefined);

const figures = (form: FiguresForm) => ({
  headcount: read(form.headcount, readNumber),
  turnoverCents: read(form.turnoverCents, readEuroCents),
  balanceCents: read(form.balanceCents, readEuroCents),
});
const isFilled = ({ headcount, turnoverCents, balanceCents }: FiguresForm) =>
  [headcount, turnoverCents, balanceCents].some((typed) => typed.trim() !== '');

const period = (form: PeriodForm): GroupPeriod => ({
  year: Number(form.year),
  ...figures(form),
  consolidated: some(form.consolidated),
  estimate: form.estimate || undefined,
});

/** The part of the form that says whose figures are whose. */
export interface OwnershipForm {
  readonly group: GroupForm;
  readonly periods: readonly PeriodForm[];
  readonly estimate: FiguresForm;
}

/** Whether there is more than the enterprise itself. */
export const hasGroup = ({ members, holdings, events }: GroupForm): boolean =>
  members.length > 1 || holdings.length > 0 || events.length > 0;

/**
 * The ownership as far as it can be read already: what is no number yet counts as not known, so that the drawing can say what
 * it comes to while somebody still types. The server reads the same form strictly (`inputs.ts`).
 */
export function groupFactsOf({ group, periods, estimate }: OwnershipForm, date: PlainDate): GroupFacts {
  const own = periods.filter(isFilled).map(period);
  const guess = isFilled(estimate)
    ? [{ year: Number(date.slice(0, 4)), ...figures(estimate), estimate: true as const }]
    : [];
  const enterprises = Object.create(null) as Record<string, GroupFacts['enterprises'][string]>;
  for (const member of group.members)
    enterprises[member.id] = {
      kind: holderKinds.includes(member.kind as HolderKind) ? (member.kind as HolderKind) : undefined,
      country: /^[A-Za-z]{2}$/.test(member.country) ? member.country.toUpperCase() : undefined,
      adjacentMarket: yesNo(member.adjacentMarket),
      linkedInvestors: some(member.linkedInvestors),
      since: day(member.since),
      periods: member.id === group.subject ? [...own, ...guess] : member.periods.filter(isFilled).map(period),
    };
  return {
    subject: group.subject,
    enterprises,
    holdings: group.holdings.map((holding) => {
      const [capital, votes] = [share(holding.capital), share(holding.votes)];
      return {
        holder: holding.holder,
        held: holding.held,
        capital: capital ?? votes ?? 0,
        votes: votes ?? capital ?? 0,
        control: holding.control || undefined,
        since: day(holding.since),
        investedCents: read(holding.investedCents, readEuroCents),
        unquoted: yesNo(holding.unquoted),
      };
    }),
    events: group.events.flatMap(({ kind, date: on, from, into }) => {
      const parts = into.filter(({ id }) => id !== '').map(({ id, share: typed }) => ({ id, share: share(typed) }));
      const sources = from.filter((id) => id !== '');
      const known = kind === 'merger' || kind === 'split';
      return known && isPlainDate(on) && sources.length > 0 && parts.length > 0
        ? [{ kind, date: on, from: sources, into: parts }]
        : [];
    }),
  };
}

/** The size of what is drawn, and why, by the very rules that decide. */
export function judgeGroup(group: GroupFacts, date: PlainDate): SmeJudgement {
  const facts: EligibilityFacts = {
    date,
    organisationKind: 'enterprise',
    periods: [],
    group,
    jointCommittees: [],
    grant: {},
  };
  return judgeSme(facts);
}
