import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { Ledger } from '../rules/room.ts';
import { forebearsOf, membersOf, type AidEvent, type UndertakingStatement } from '../rules/undertaking.ts';
import { readEntries, type EntryPlace, type EntryRow } from './ledgerStore.ts';

export interface EventRow extends AidEvent {
  readonly id: string;
  readonly enterprise: string;
  readonly reason: string;
}

/** The newest statement about each of these numbers, and about each number that one of them was ever stated to belong with. */
function statementsAbout(db: Db, numbers: readonly string[]): Promise<UndertakingStatement[]> {
  return db.many(sql`select distinct on (number) number, members from aid_undertakings
    where number = any (${[...numbers]}::text[]) or number in (select number from aid_undertakings where members && ${[...numbers]}::text[])
    order by number, stated_at desc, id desc`);
}

/** Whom the newest statement about a number names, sorted, the number itself among them; undefined when nothing was ever stated. */
export async function readNewestStatement(db: Db, number: string): Promise<readonly string[] | undefined> {
  const row = await db.maybe<{ members: string[] }>(
    sql`select members from aid_undertakings where number = ${number} order by stated_at desc, id desc limit 1`,
  );
  return row && [...row.members].sort();
}

/**
 * Everybody who counts as one with a number, and with whom it is being stated to belong. Needs the system's sight: the others may lie
 * with another provider.
 */
export async function readMembers(db: Db, number: string, stated: readonly string[] = []): Promise<readonly string[]> {
  const now = { number, members: stated };
  let members: readonly string[] = [...new Set([number, ...stated])].sort();
  for (;;) {
    const others = (await statementsAbout(db, members)).filter((one) => stated.length === 0 || one.number !== number);
    const grown = membersOf(number, [now, ...others]);
    if (grown.length <= members.length) return grown;
    members = grown;
  }
}

/** Mergers and splits around these numbers that were not withdrawn, in the order in which they happened. */
export function readEvents(db: Db, numbers: readonly string[]): Promise<EventRow[]> {
  return db.many(sql`select id, enterprise_id as enterprise, kind, happened_on as date, from_numbers as "from", into_parts as into, reason from aid_events e
    where withdraws is null and not exists (select 1 from aid_events w where w.withdraws = e.id)
      and (from_numbers && ${[...numbers]}::text[] or exists (select 1 from jsonb_array_elements(into_parts) p where p ->> 'id' = any (${[...numbers]}::text[])))
    order by happened_on, recorded_at, id`);
}

export interface WholeLedger extends Ledger {
  readonly entries: readonly EntryRow[];
  readonly events: readonly EventRow[];
}

/** Everything that decides on the room of the undertaking of a number; `stated`: as it is being stated now. Needs the system's sight. */
export async function readLedger(db: Db, number: string, stated: readonly string[] = []): Promise<WholeLedger> {
  const members = await readMembers(db, number, stated);
  let numbers = members;
  let events = await readEvents(db, numbers);
  for (;;) {
    const grown = forebearsOf(members, events);
    if (grown.every((one) => numbers.includes(one))) break;
    numbers = [...new Set([...numbers, ...grown])];
    events = await readEvents(db, numbers);
  }
  return { number, members, events, entries: await readEntries(db, numbers) };
}

/**
 * Takes the turn of every number. Another transaction that does so meanwhile makes this one start anew, and then see what that one
 * wrote. Always in the same order, so that two never wait for each other. Needs the system's sight.
 */
export async function takeTurns(db: Db, numbers: readonly string[]): Promise<void> {
  await db.run(sql`insert into aid_turns (number) select one from unnest(${[...new Set(numbers)].sort()}::text[]) one
    on conflict (number) do update set turn = aid_turns.turn + 1`);
}

export interface NewStatement extends UndertakingStatement {
  readonly source: 'decision' | 'declaration' | 'office';
  readonly by: string | null;
  readonly at: Date;
}

export async function addStatement(db: Db, place: EntryPlace, statement: NewStatement): Promise<void> {
  const { number, members, source, by, at } = statement;
  await db.run(sql`insert into aid_undertakings (id, programme_id, lot_id, provider_id, enterprise_id, number, members, source, stated_by, stated_at)
    values (${newId()}, ${place.programme}, ${place.lot ?? null}, ${place.provider ?? null}, ${place.enterprise}, ${number}, ${[...new Set([number, ...members])].sort()}::text[],
      ${source}, ${by}, ${at})`);
}

export async function addEvent(
  db: Db,
  place: EntryPlace,
  event: AidEvent & {
    readonly reason: string;
    readonly by: string | null;
    readonly at: Date;
    readonly withdraws?: string | null;
  },
): Promise<string> {
  const id = newId();
  await db.run(sql`insert into aid_events (id, programme_id, lot_id, provider_id, enterprise_id, kind, happened_on, from_numbers, into_parts, withdraws, reason, recorded_by, recorded_at)
    values (${id}, ${place.programme}, ${place.lot ?? null}, ${place.provider ?? null}, ${place.enterprise}, ${event.kind}, ${event.date}, ${[...event.from]}::text[],
      ${JSON.stringify(event.into)}, ${event.withdraws ?? null}, ${event.reason}, ${event.by}, ${event.at})`);
  return id;
}
