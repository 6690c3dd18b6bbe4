import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { Place } from '#platform/server/registries.ts';
import type { LedgerEntry } from '../rules/ledger.ts';

/** A line with where it lies and who wrote it. */
export interface EntryRow extends LedgerEntry {
  readonly enterprise: string;
  readonly trajectory: string | null;
  readonly reason: string;
  readonly decision: string | null;
  readonly document: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

const columns = sql`select id, number, source, state, regulation, granted_on as "grantedOn", grantor, amount_cents as "amountCents", basis, used_by as "usedBy", supersedes,
  because, reason, enterprise_id as enterprise, trajectory_id as trajectory, decision_id as decision, document_id as document, recorded_by as "recordedBy",
  recorded_at as "recordedAt" from aid_entries`;

/** Every line about these numbers that is in sight, also those that were replaced; in the order in which they were granted and written. */
export function readEntries(db: Db, numbers: readonly string[]): Promise<EntryRow[]> {
  return db.many(sql`${columns} where number = any (${[...numbers]}::text[]) order by granted_on, recorded_at, id`);
}

export function readEntry(db: Db, id: string): Promise<EntryRow | undefined> {
  return db.maybe(sql`${columns} where id = ${id}`);
}

/** The line of a trajectory that holds now; undefined when nothing was reserved, or it was released. */
export function readHeldEntry(db: Db, trajectory: string): Promise<EntryRow | undefined> {
  return db.maybe(
    sql`${columns} e where trajectory_id = ${trajectory} and state = 'counts' and not exists (select 1 from aid_entries n where n.supersedes = e.id)`,
  );
}

/** A line to write; it counts unless it says otherwise. */
export interface NewEntry extends Omit<LedgerEntry, 'id' | 'state'> {
  readonly state?: LedgerEntry['state'];
  readonly reason?: string | undefined;
  readonly decision?: string | null | undefined;
  readonly document?: string | null | undefined;
  readonly by: string | null;
  readonly at: Date;
}

/** Where a line lies: the enterprise through which it came in, and the trajectory whose guidance it is. */
export type EntryPlace = Place & { readonly enterprise: string };

/** Writes a line; whoever takes the place of a line that was replaced already is refused by the database. */
export async function addEntry(db: Db, place: EntryPlace, entry: NewEntry): Promise<string> {
  const id = newId();
  await db.run(sql`insert into aid_entries (id, programme_id, lot_id, provider_id, enterprise_id, trajectory_id, number, source, state, regulation, granted_on, grantor,
      amount_cents, basis, used_by, supersedes, because, reason, decision_id, document_id, recorded_by, recorded_at)
    values (${id}, ${place.programme}, ${place.lot ?? null}, ${place.provider ?? null}, ${place.enterprise}, ${place.trajectory ?? null}, ${entry.number}, ${entry.source},
      ${entry.state ?? 'counts'}, ${entry.regulation}, ${entry.grantedOn}, ${entry.grantor}, ${entry.amountCents}, ${entry.basis ?? null}, ${entry.usedBy ?? null},
      ${entry.supersedes ?? null}, ${entry.because ?? null}, ${entry.reason ?? ''}, ${entry.decision ?? null}, ${entry.document ?? null}, ${entry.by}, ${entry.at})`);
  return id;
}

/** Puts another line in the place of one: what is not said stays as it was. */
export function replaceEntry(
  db: Db,
  place: EntryPlace,
  before: EntryRow,
  change: Partial<NewEntry> & Pick<NewEntry, 'because' | 'by' | 'at'>,
): Promise<string> {
  const { number, source, regulation, grantedOn, grantor, amountCents, basis, usedBy } = before;
  return addEntry(db, place, {
    number,
    source,
    regulation,
    grantedOn,
    grantor,
    amountCents,
    basis,
    usedBy,
    ...change,
    supersedes: before.id,
  });
}

/** Takes a line away: it stays to be read, and counts for nothing from now on. */
export function withdrawEntry(
  db: Db,
  place: EntryPlace,
  before: EntryRow,
  why: Pick<NewEntry, 'because' | 'reason' | 'decision' | 'document' | 'by' | 'at'>,
): Promise<string> {
  return replaceEntry(db, place, before, { ...why, state: 'withdrawn', amountCents: 0 });
}

/** What our own guidance comes to in one lot: still reserved, and settled. Money in whole cents. */
export interface LotAid {
  readonly lot: string;
  readonly reservedCents: number;
  readonly settledCents: number;
  readonly trajectories: number;
}

/** Reserved and settled by lot, of the lots in sight; a road that was released counts for nothing. */
export function aidByLot(db: Db, programme: string): Promise<LotAid[]> {
  return db.many(sql`select lot_id as lot, coalesce(sum(amount_cents) filter (where source = 'reserved'), 0) as "reservedCents",
      coalesce(sum(amount_cents) filter (where source = 'settled'), 0) as "settledCents", count(*)::int as trajectories
    from aid_entries e where programme_id = ${programme} and trajectory_id is not null and state = 'counts'
      and not exists (select 1 from aid_entries n where n.supersedes = e.id) group by lot_id order by lot_id`);
}
