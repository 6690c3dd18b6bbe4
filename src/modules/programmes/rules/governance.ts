import { addMonths, type PlainDate } from '#shared/dates.ts';
import type { AgendaItem, Fund, ProgrammeDefinition, Seat } from './programmeDefinition.ts';

/** The meetings of a programme and of one of its lots, as its definition lays them down. */
export interface LotGovernance {
  readonly startUpBefore: PlainDate;
  readonly everyMonths: number;
  /** Days on which a steering group is due, the first one a full period after the start, the last one at the end. */
  readonly steeringGroups: readonly PlainDate[];
  readonly agenda: readonly AgendaItem[];
  readonly seats: readonly Seat[];
  /** The funds that sit there for the lot, its coordinator first. */
  readonly funds: readonly Pick<Fund, 'id' | 'name' | 'coordinator'>[];
  readonly exchangeSessions: number;
}

type Known = Pick<ProgrammeDefinition, 'governance' | 'funds' | 'startsOn' | 'endsOn'>;

/** Who meets when for a lot. A fund that is not active sits nowhere; a definition without seats names none. */
export function lotGovernance({ governance, funds, startsOn, endsOn }: Known, lot: number): LotGovernance {
  const { steeringGroupEveryMonths: every } = governance;
  const seats = governance.steeringGroupSeats ?? [];
  const steeringGroups: PlainDate[] = [];
  // The last day of the run counts as its end: a group due the day after is held on it.
  for (let months = every; every > 0; months += every) {
    const due = addMonths(startsOn, months);
    if (due > addMonths(endsOn, 1)) break;
    if (due > endsOn) {
      steeringGroups.push(endsOn);
      break;
    }
    steeringGroups.push(due);
  }
  const sits = (fund: Fund) => seats.includes('providers') || (fund.coordinator && seats.includes('coordinator'));
  return {
    startUpBefore: addMonths(startsOn, governance.startUpWithinMonths),
    everyMonths: every,
    steeringGroups,
    agenda: governance.steeringGroupAgenda ?? [],
    seats,
    funds: funds
      .filter((fund) => fund.lot === lot && fund.active && sits(fund))
      .sort((a, b) => Number(b.coordinator) - Number(a.coordinator) || a.name.localeCompare(b.name))
      .map(({ id, name, coordinator }) => ({ id, name, coordinator })),
    exchangeSessions: governance.exchangeSessions,
  };
}
