import sql, { empty } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { KeepingFacts } from '../rules/retention.ts';

interface FactRow extends Omit<KeepingFacts, 'running'> {
  readonly person: string;
  readonly programme: string | null;
  readonly account: boolean;
  readonly runningCases: number;
  readonly runningRequests: number;
}

export interface PersonFacts {
  readonly person: string;
  readonly programme: string | null;
  /** Signs in here, in any role. */
  readonly account: boolean;
  readonly facts: KeepingFacts;
}

/** Whom to look at: one person, or the next ones by id. */
type Whom = { readonly person: string } | { readonly after: string; readonly limit: number };

/**
 * What keeps people, over the tables of several modules, reading. Programs have a row among the people and are left out, and so is
 * who was erased. Payments are not recorded yet, so no term counts from one. Needs the system's sight.
 */
export async function factsOf(db: Db, whom: Whom): Promise<PersonFacts[]> {
  const one = 'person' in whom;
  const rows = await db.many<FactRow>(sql`
    with whom as (
      select p.id, p.created_at from people p
      where ${one ? sql`p.id = ${whom.person}` : sql`p.id > ${whom.after}`} and p.erased_at is null and not exists (select 1 from machine_accounts m where m.person_id = p.id)
      ${one ? empty : sql`order by p.id limit ${whom.limit}`}
    )
    select w.id as person, coalesce(r.programme, c.programme, q.programme, k.programme) as programme, coalesce(r.roles, 0)::int as roles, coalesce(r.all_roles, 0) > 0 as account,
      coalesce(c.running, 0)::int as "runningCases", coalesce(q.running, 0)::int as "runningRequests",
      c.granted as "lastGrantedOn", null::date as "lastPaidOn", null::date as "balancePaidOn", true as large,
      c.ungranted as "lastEndedUngrantedOn", q.closed as "lastRequestClosedOn",
      greatest(w.created_at, (select max(s.created_at) from web_sessions s where s.person_id = w.id))::date as "lastSeenOn"
    from whom w
    left join lateral (select min(g.programme_id::text)::uuid as programme, count(*) filter (where g.role <> 'enterprise_lead') as roles, count(*) as all_roles
      from grants g where g.person_id = w.id and g.withdrawn_at is null) r on true
    left join lateral (select min(t.programme_id::text)::uuid as programme, count(*) filter (where t.state not in ('completed', 'stopped')) as running, max(t.granted_on) as granted,
        max(coalesce(t.stopped_on, t.started_on)) filter (where t.granted_on is null) as ungranted
      from trajectories t where t.id in (select g.trajectory_id from trajectory_guides g where g.person_id = w.id
        union select d.trajectory_id from document_confirmations d where d.person_id = w.id
        union select a.trajectory_id from agreements a where a.contact_id = w.id
        union select o.id from enterprise_people p join trajectories o on o.enterprise_id = p.enterprise_id where p.person_id = w.id)) c on true
    left join lateral (select min(l.programme_id::text)::uuid as programme, count(*) filter (where l.state in ('new', 'taken', 'handed_over')) as running, max(l.closed_on) as closed
      from leads l where l.contact_id = w.id) q on true
    left join lateral (select p.programme_id as programme from enterprise_people p where p.person_id = w.id limit 1) k on true
    order by w.id`);
  return rows.map(({ person, programme, account, runningCases, runningRequests, ...facts }) => ({
    person,
    programme,
    account,
    facts: { ...facts, running: runningCases + runningRequests },
  }));
}
