import sql, { empty } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Localised } from '#shared/localised.ts';
import type { LeadState, Stage } from '../rules/codes.ts';
import type { PageKey } from '../rules/pageKey.ts';
import type { Count, GuidedTrajectory, LotView, ProviderCounts } from '../rules/views.ts';
import { within, type Reach } from './reach.ts';

/** What stands on home pages under the tasks: counts and short lists over several modules' tables, reading. */

/** The trajectories under way that somebody guides, the newest first; one row more than a page when there is a next one. */
export function guidedTrajectories(
  db: Db,
  person: string,
  reach: Reach,
  after: PageKey | undefined,
  limit: number,
): Promise<GuidedTrajectory[]> {
  return db.many(sql`select t.id, t.enterprise_id as enterprise, e.name as "enterpriseName", t.state as stage, t.started_on as "startedOn", s.day as "lastSession"
    from trajectory_guides g join trajectories t on t.id = g.trajectory_id join enterprises e on e.id = t.enterprise_id
    left join lateral (select day from guidance_sessions where trajectory_id = t.id order by day desc, id desc limit 1) s on true
    where g.person_id = ${person} and g.until is null and t.state not in ('completed', 'stopped') and ${within(reach, 't', { trajectory: 'id' })}
      ${after ? sql`and (t.started_on, t.id) < (${after.value}::date, ${after.id}::uuid)` : empty}
    order by t.started_on desc, t.id desc limit ${limit}`);
}

export function trajectoriesByStage(db: Db, reach: Reach): Promise<Count<Stage>[]> {
  return db.many(
    sql`select t.state, count(*)::int as count from trajectories t where ${within(reach, 't', { trajectory: 'id' })} group by t.state`,
  );
}

export function leadsByState(db: Db, reach: Reach): Promise<Count<LeadState>[]> {
  return db.many(
    sql`select l.state, count(*)::int as count from leads l where ${within(reach, 'l', { trajectory: null })} group by l.state`,
  );
}

/** Per provider of some lots: open leads, trajectories before guidance, in guidance, and with a sealed action plan. */
export function countsByProvider(db: Db, lots: readonly string[]): Promise<ProviderCounts[]> {
  return db.many(sql`select p.id, p.name, coalesce(l.open, 0) as "openLeads", coalesce(t.starting, 0) as starting, coalesce(t.guided, 0) as guided, coalesce(t.ended, 0) as ended
    from providers p
    left join (select provider_id, count(*)::int as open from leads where lot_id = any (${[...lots]}::uuid[]) and state in ('new', 'taken', 'handed_over') group by provider_id) l on l.provider_id = p.id
    left join (select provider_id, count(*) filter (where state in ('intake', 'eligibility', 'agreement', 'planning'))::int as starting,
        count(*) filter (where state in ('guidance', 'closing'))::int as guided, count(*) filter (where state in ('follow_up', 'completed'))::int as ended
      from trajectories where lot_id = any (${[...lots]}::uuid[]) group by provider_id) t on t.provider_id = p.id
    where p.lot_id = any (${[...lots]}::uuid[]) and (p.active or l.open > 0 or t.provider_id is not null)
    order by p.coordinates desc, p.name, p.id`);
}

export interface LotCounts extends Omit<LotView, 'name' | 'programmeName' | 'expected'> {
  readonly name: Localised;
  readonly programmeName: Localised;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/** Per lot of some programmes: how many enterprises are guided against the target, and what is on its way. */
export function countsByLot(db: Db, programmes: readonly string[]): Promise<LotCounts[]> {
  const some = sql`any (${[...programmes]}::uuid[])`;
  const begun = sql`t.state in ('guidance', 'closing', 'follow_up', 'completed')`;
  return db.many(sql`select l.id, l.number, l.name, p.name as "programmeName", p.starts_on as "startsOn", p.ends_on as "endsOn", l.target,
      coalesce(t.reached, 0) as reached, coalesce(t.small, 0) as small, coalesce(t.known, 0) as known, coalesce(n.open, 0) as "openLeads", coalesce(t.starting, 0) as starting
    from lots l join programmes p on p.id = l.programme_id
    left join (select lot_id, count(*)::int as open from leads where programme_id = ${some} and state in ('new', 'taken', 'handed_over') group by lot_id) n on n.lot_id = l.id
    left join (select t.lot_id, count(distinct t.enterprise_id) filter (where ${begun})::int as reached,
        count(distinct t.enterprise_id) filter (where ${begun} and e.workers < 50)::int as small,
        count(distinct t.enterprise_id) filter (where ${begun} and e.workers is not null)::int as known,
        count(*) filter (where t.state in ('intake', 'eligibility', 'agreement', 'planning'))::int as starting
      from trajectories t join enterprises e on e.id = t.enterprise_id where t.programme_id = ${some} group by t.lot_id) t on t.lot_id = l.id
    where l.programme_id = ${some} order by p.starts_on desc, l.number`);
}
