import {
  aidRegulationIds,
  deMinimis,
  regulationFor,
  roomLater,
  type AidFacts,
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
      .map((entry) => ({
        date: entry.grantedOn,
        grantor: entry.grantor,
        regulation: entry.regulation,
        undertaking: entry.number,
        usedBy: entry.usedBy ?? undefined,
        amountCents: entry.amountCents,
      })),
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
  const point = (date: PlainDate): RoomPoint => {
    const room = roomOn(ledger, date);
    return { date, roomCents: room?.roomCents, usedCents: room && room.usedCents + room.unclearCents };
  };
  const changes = roomLater({ ...aidFacts(ledger, from, { amountCents: 0 }), grant: { amountCents: 0 } }, until);
  const later = liveEntries(ledger.entries).flatMap(({ grantedOn }) => [grantedOn, addDays(addMonths(grantedOn, 36), 1)]);
  const days = new Set([from, ...changes.map(({ date }) => date), ...later.filter((day) => day > from && day <= until)]);
  const points: RoomPoint[] = [];
  for (const date of [...days].sort()) {
    const next = point(date);
    if (points.at(-1)?.roomCents !== next.roomCents || points.length === 0) points.push(next);
  }
  return points;
}

/**
 * The first day on which a line no longer counts for a grant under the regulation that then holds: looked for among the days on
 * which windows move. Undefined when it counts as long as any regulation is known.
 */
export function countsUntil(entry: Pick<LedgerEntry, 'grantedOn'>): PlainDate | undefined {
  const rolling = addDays(addMonths(entry.grantedOn, 36), 1);
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
