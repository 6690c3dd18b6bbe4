import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Place } from '#platform/server/registries.ts';
import type { GivenFacts } from '../rules/views.ts';

/** A request as it came in: who asks, what was said of the enterprise, and what was added. */
export interface Request {
  readonly contact: string;
  /** Name and telephone as typed, sealed, when the person was known already. */
  readonly contactGiven: Buffer | null;
  readonly given: GivenFacts;
  readonly wantsCall: boolean;
  readonly message: string | null;
  readonly scan: string | null;
  readonly at: Date;
}

type EnterprisePlace = Place & { readonly enterprise: string };

export interface KnownLead extends EnterprisePlace {
  readonly id: string;
  readonly lot: string | null;
  readonly provider: string | null;
  readonly open: boolean;
  readonly takenBy: string | null;
}

/**
 * The lead that a new request of this enterprise joins: the open one, or the one of which the trajectory still runs. Needs
 * the system's sight, since who asks may know nothing of it.
 */
export function leadToJoin(db: Db, enterprise: string): Promise<KnownLead | undefined> {
  return db.maybe<KnownLead>(sql`select l.id, l.programme_id as programme, l.lot_id as lot, l.provider_id as provider, l.enterprise_id as enterprise,
      l.state in ('new', 'taken', 'handed_over') as open, l.taken_by as "takenBy"
    from leads l where l.enterprise_id = ${enterprise} and (l.state in ('new', 'taken', 'handed_over') or (l.state = 'converted'
      and exists (select 1 from trajectories t where t.lead_id = l.id and t.state not in ('completed', 'stopped'))))
    order by open desc, l.created_at desc limit 1`);
}

/** Adds a lead and gives its id. Two at the same moment meet on the enterprise: the one that loses is run again and joins. */
export async function addLead(
  db: Db,
  place: EnterprisePlace,
  request: Request,
  lead: { source: string; nextContactOn: PlainDate },
): Promise<string> {
  const id = newId();
  await db.run(sql`insert into leads (id, programme_id, lot_id, provider_id, enterprise_id, state, source, contact_id, contact_given, given, wants_call,
      message, consent_at, scan_id, next_contact_on, created_at)
    values (${id}, ${place.programme}, ${place.lot ?? null}, ${place.provider ?? null}, ${place.enterprise}, 'new', ${lead.source}, ${request.contact},
      ${request.contactGiven}, ${JSON.stringify(request.given)}, ${request.wantsCall}, ${request.message}, ${request.at}, ${request.scan},
      ${lead.nextContactOn}, ${request.at})
    on conflict (enterprise_id) where state in ('new', 'taken', 'handed_over') do nothing`);
  return id;
}

/** Joins a request to the lead that is there. */
export async function attachRequest(db: Db, lead: KnownLead, request: Request): Promise<string> {
  const id = newId();
  await db.run(sql`insert into attached_requests (id, programme_id, lot_id, provider_id, enterprise_id, lead_id, contact_id, contact_given, given, wants_call,
      message, consent_at, scan_id, created_at)
    values (${id}, ${lead.programme}, ${lead.lot}, ${lead.provider}, ${lead.enterprise}, ${lead.id}, ${request.contact}, ${request.contactGiven},
      ${JSON.stringify(request.given)}, ${request.wantsCall}, ${request.message}, ${request.at}, ${request.scan}, ${request.at})`);
  return id;
}

/** Whether anybody works for a provider here: a request to an empty desk is also shown to the lot. Needs the system's sight. */
export async function providerHasMembers(db: Db, provider: string): Promise<boolean> {
  const { has } = await db.one<{ has: boolean }>(
    sql`select exists (select 1 from grants where scope = 'provider' and scope_id = ${provider} and role = 'provider_member' and withdrawn_at is null) as has`,
  );
  return has;
}
