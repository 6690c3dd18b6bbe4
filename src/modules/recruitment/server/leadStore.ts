import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Localised } from '#shared/localised.ts';
import type { LeadState } from '../rules/leadStates.ts';
import type { GivenFacts } from '../rules/views.ts';
import type { LeadHandle } from './handle.ts';

/** A lead with everything that its page shows. */
export interface LeadRow {
  readonly source: string;
  readonly contactGiven: Buffer | null;
  readonly given: GivenFacts;
  readonly wantsCall: boolean;
  readonly message: string | null;
  readonly declineReason: string | null;
  readonly declineWords: string | null;
  readonly scan: string | null;
  readonly createdAt: Date;
  readonly closedOn: PlainDate | null;
  readonly lotNumber: number | null;
  readonly lotName: Localised | null;
  readonly providerName: string | null;
  readonly trajectory: string | null;
}

export function readLeadRow(db: Db, lead: string): Promise<LeadRow> {
  return db.one<LeadRow>(sql`select l.source, l.contact_given as "contactGiven", l.given, l.wants_call as "wantsCall", l.message,
      l.decline_reason as "declineReason", l.decline_words as "declineWords", l.scan_id as scan, l.created_at as "createdAt", l.closed_on as "closedOn",
      o.number as "lotNumber", o.name as "lotName", p.name as "providerName",
      (select t.id from trajectories t where t.lead_id = l.id order by t.started_on desc limit 1) as trajectory
    from leads l left join lots o on o.id = l.lot_id left join providers p on p.id = l.provider_id where l.id = ${lead}`);
}

export interface ContactLogRow {
  readonly id: string;
  readonly by: string;
  readonly day: PlainDate;
  readonly channel: string;
  readonly words: string;
}

export function contactLog(db: Db, lead: string): Promise<ContactLogRow[]> {
  return db.many<ContactLogRow>(
    sql`select id, by_person as by, day, channel, words from lead_contacts where lead_id = ${lead} order by day desc, id desc limit 100`,
  );
}

export async function addContactLog(
  db: Db,
  lead: LeadHandle,
  contact: { by: string; day: PlainDate; channel: string; words: string },
): Promise<void> {
  await db.run(sql`insert into lead_contacts (id, programme_id, lot_id, provider_id, enterprise_id, lead_id, by_person, day, channel, words)
    values (${newId()}, ${lead.programme}, ${lead.lot}, ${lead.provider}, ${lead.enterprise}, ${lead.id}, ${contact.by}, ${contact.day}, ${contact.channel}, ${contact.words})`);
}

export interface AttachedRow {
  readonly id: string;
  readonly contact: string;
  readonly contactGiven: Buffer | null;
  readonly wantsCall: boolean;
  readonly message: string | null;
  readonly createdAt: Date;
}

export function attachedRequests(db: Db, lead: string): Promise<AttachedRow[]> {
  return db.many<AttachedRow>(sql`select id, contact_id as contact, contact_given as "contactGiven", wants_call as "wantsCall", message, created_at as "createdAt"
    from attached_requests where lead_id = ${lead} order by created_at desc, id desc limit 20`);
}

export interface HandoverRow {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
  readonly by: string;
  readonly day: PlainDate;
  readonly words: string;
}

export function handoversOf(db: Db, lead: string): Promise<HandoverRow[]> {
  return db.many<HandoverRow>(sql`select h.id, f.name as "from", t.name as "to", h.by_person as by, h.day, h.words from lead_handovers h
    left join providers f on f.id = h.from_provider_id join providers t on t.id = h.to_provider_id
    where h.lead_id = ${lead} order by h.created_at desc limit 20`);
}

/** Whether a trajectory of the enterprise runs, in whatever hands. Needs the system's sight. */
export async function hasRunningTrajectory(db: Db, enterprise: string): Promise<boolean> {
  const { runs } = await db.one<{ runs: boolean }>(
    sql`select exists (select 1 from trajectories where enterprise_id = ${enterprise} and state not in ('completed', 'stopped')) as runs`,
  );
  return runs;
}

export interface LeadChange {
  readonly state: LeadState;
  readonly takenBy?: string | null;
  readonly nextContactOn?: PlainDate | null;
  readonly declineReason?: string | null;
  readonly declineWords?: string | null;
  readonly closedOn?: PlainDate | null;
}

/**
 * Writes what changed of a lead; what is left out stays. The transaction is repeatable: of two changes at the same moment the
 * second is run again and sees the first.
 */
export async function changeLead(db: Db, lead: LeadHandle, change: LeadChange): Promise<void> {
  const { state, takenBy, nextContactOn, declineReason, declineWords, closedOn } = change;
  const or = <Value>(value: Value | undefined, column: Value) => (value === undefined ? column : value);
  await db.run(sql`update leads set state = ${state}, taken_by = ${or(takenBy, lead.takenBy)}, next_contact_on = ${or(nextContactOn, lead.nextContactOn)},
      decline_reason = coalesce(${declineReason ?? null}, decline_reason), decline_words = coalesce(${declineWords ?? null}, decline_words),
      closed_on = ${closedOn ?? null}, version = version + 1
    where id = ${lead.id}`);
}

/** Gives the leads of an enterprise, all but those that became a trajectory, to another fund with all that hangs on them. */
export async function moveLeads(db: Db, enterprise: string, to: { lot: string; provider: string }): Promise<void> {
  await db.run(
    sql`update leads set lot_id = ${to.lot}, provider_id = ${to.provider} where enterprise_id = ${enterprise} and state <> 'converted'`,
  );
  const moved = sql`(select id from leads where enterprise_id = ${enterprise} and state <> 'converted')`;
  await db.run(
    sql`update lead_contacts set lot_id = ${to.lot}, provider_id = ${to.provider} where lead_id in ${moved}`,
  );
  await db.run(
    sql`update lead_handovers set lot_id = ${to.lot}, provider_id = ${to.provider} where lead_id in ${moved}`,
  );
  await db.run(
    sql`update attached_requests set lot_id = ${to.lot}, provider_id = ${to.provider} where lead_id in ${moved}`,
  );
}

export async function addHandover(
  db: Db,
  lead: LeadHandle,
  handover: { to: { lot: string; provider: string }; by: string; day: PlainDate; words: string },
): Promise<void> {
  await db.run(sql`insert into lead_handovers (id, programme_id, lot_id, provider_id, enterprise_id, lead_id, from_provider_id, to_provider_id, by_person, day, words)
    values (${newId()}, ${lead.programme}, ${handover.to.lot}, ${handover.to.provider}, ${lead.enterprise}, ${lead.id}, ${lead.provider}, ${handover.to.provider},
      ${handover.by}, ${handover.day}, ${handover.words})`);
}
