import {
  aidRegulationIds,
  aidRegulations,
  deMinimis,
  regulationFor,
  type AidFacts,
  type DeclaredAid,
  type DeMinimis,
} from '#modules/eligibility/index.ts';
import { addDays, addMonths, type PlainDate } from '#shared/dates.ts';
import { liveEntries, noRegulation, type LedgerEntry } from './ledger.ts';
import { asGroup, type AidEvent } from './undertaking.ts';

/** Everything that decides on the room of one undertaking. The order of entries, members and events never matters. */
export interface Ledger {
  /** The enterprise that it is asked for. */
  readonly number: string;
  /** Who counts as one with it, itself among them. */
  readonly members: readonly string[];
  /** Of the members and of whoever merged or split into them, whether they hold or not. */
  readonly entries: readonly LedgerEntry[];
  readonly events: readonly AidEvent[];
}

/** The regulation under which our own guidance is granted on a day: the one the programme names when it may be used, else the one in force. */
export function grantRegulation(date: PlainDate, named?: string | null): string | undefined {
  return (regulationFor(date, named ?? undefined) ?? regulationFor(date))?.id;
}

/** A line of the ledger as a line of a declaration, which names who received the aid by its number. */
export const asDeclaredAid = (entry: LedgerEntry): DeclaredAid => ({
  date: entry.grantedOn,
  grantor: entry.grantor,
  regulation: entry.regulation,
  undertaking: entry.number,
  usedBy: entry.usedBy ?? undefined,
  amountCents: entry.amountCents,
});

/** What the ledger says, as facts of the rule on aid. Aid that is granted later than `date` does not count yet. */
export function aidFacts(
  ledger: Ledger,
  date: PlainDate,
  grant: { readonly amountCents?: number | undefined; readonly regulation?: string | undefined } = {},
): AidFacts {
  const { number, members, events } = ledger;
  const regulation = grant.regulation ?? grantRegulation(date);
  return {
    date,
    grant: { amountCents: grant.amountCents, regulation },
    declaredAid: liveEntries(ledger.entries)
      .filter((entry) => entry.regulation !== noRegulation && entry.grantedOn <= date)
      .map(asDeclaredAid),
    group: asGroup(number, members, events),
  };
}

/** Room on a day, with what counts against it. Undefined when no regulation holds on that day. */
export function roomOn(
  ledger: Ledger,
  date: PlainDate,
  grant: { readonly amountCents?: number | undefined; readonly regulation?: string | undefined } = {},
): DeMinimis | undefined {
  return deMinimis(aidFacts(ledger, date, { amountCents: 0, ...grant }));
}

export interface RoomPoint {
  readonly date: PlainDate;
  /** Undefined when no regulation is known for that day yet. */
  readonly roomCents: number | undefined;
  readonly usedCents: number | undefined;
}

/** Room as it changes over the coming months, if nothing is granted meanwhile: the first day, and each day that brings another figure. */
export function roomAhead(ledger: Ledger, from: PlainDate, months = 36): readonly RoomPoint[] {
  const until = addMonths(from, months);
  const years = Array.from({ length: Math.ceil(months / 12) + 1 }, (_, at) => Number(from.slice(0, 4)) + at);
  const days = new Set([
    ...liveEntries(ledger.entries).flatMap(({ grantedOn }) => [grantedOn, dayAfterThreeYears(grantedOn)]),
    ...ledger.events.map(({ date }) => date),
    // Windows of fiscal years move on the first of January; regulations come and go.
    ...years.map((year) => `${year}-01-01`),
    ...aidRegulations.flatMap((one) => [one.from, ...(one.until ? [addDays(one.until, 1)] : [])]),
  ]);
  const points: RoomPoint[] = [];
  for (const date of [from, ...[...days].filter((day) => day > from && day <= until).sort()]) {
    const room = roomOn(ledger, date);
    const point = { date, roomCents: room?.roomCents, usedCents: room && room.usedCents + room.unclearCents };
    if (points.length === 0 || points.at(-1)!.roomCents !== point.roomCents) points.push(point);
  }
  return points;
}

/** Aid of exactly three years ago still counts (safe side), from the next day on it does not. */
const dayAfterThreeYears = (day: PlainDate): PlainDate => addDays(addMonths(day, 36), 1);

/**
 * The first day on which a line no longer counts for a grant under the regulation that then holds: looked for among the days on
 * which windows move. Undefined when it counts as long as any regulation is known.
 */
export function countsUntil(entry: Pick<LedgerEntry, 'grantedOn'>): PlainDate | undefined {
  const rolling = dayAfterThreeYears(entry.grantedOn);
  const fiscal = `${Number(entry.grantedOn.slice(0, 4)) + 3}-01-01`;
  return [fiscal, rolling].sort().find((day) => {
    const regulation = regulationFor(day);
    if (!regulation) return true;
    return regulation.period.kind === 'rolling_years' ? day >= rolling : day >= fiscal;
  });
}

/** The regulation of a line as it is kept: one that we know, else the general one of that day, which is the safe side. */
export function keptRegulation(typed: string | undefined, date: PlainDate): string {
  const id = /\d{1,4}\/\d{4}/u.exec(typed ?? '')?.[0];
  return id && aidRegulationIds.includes(id) ? id : (regulationFor(date)?.id ?? '2023/2831');
}
