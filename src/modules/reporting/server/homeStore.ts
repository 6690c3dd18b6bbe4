import sql, { empty, type Sql } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Localised } from '#shared/localised.ts';
import type { Stage } from '../rules/codes.ts';
import type { CountRow } from '../rules/counts.ts';
import type { PageKey } from '../rules/pageKey.ts';
import type { BoardCard, DueLead, GuidedTrajectory, WeekSession } from '../rules/views.ts';
import type { Week } from '../rules/week.ts';
import { isOneOf, within, type Reach } from './reach.ts';

/** What stands on home pages under the tasks: kept counts and short lists over several modules' tables, reading. */

/** The counts within reach, summed per place; with a month only those of reached enterprises, which is what a month counts. */
export function keptCounts(db: Db, reach: Reach): Promise<CountRow[]> {
  return db.many(sql`select c.what, c.lot_id as lot, c.provider_id as provider, c.state, c.size, c.month::text, sum(c.amount) as amount from case_counts c
    where ${within(reach, 'c', { enterprise: null, trajectory: null })} group by c.what, c.lot_id, c.provider_id, c.state, c.size, c.month`);
}

/** Reached enterprises per lot and sector of some programmes: for who sees counts and no enterprise. */
export function reachedBySector(db: Db, programmes: readonly string[]): Promise<{ sector: string; amount: number }[]> {
  return db.many(sql`select c.sector, sum(c.amount) as amount from case_counts c
    where ${isOneOf('c.programme_id', programmes)} and c.what = 'reached' group by c.sector order by c.sector`);
}

/** The totals take in what changes appended; gives how many rows that were. */
export async function foldCounts(db: Db): Promise<number> {
  return (await db.one<{ folded: number }>(sql`select krachtlijn.fold_case_counts() as folded`)).folded;
}

/** The trajectories under way that somebody guides, the newest first; one row more than a page when there is a next one. */
export function guidedTrajectories(
  db: Db,
  person: string,
  reach: Reach,
  after: PageKey | undefined,
  limit: number,
): Promise<GuidedTrajectory[]> {
  return db.many(sql`select t.id, t.enterprise_id as enterprise, e.name as "enterpriseName", p.name as "providerName", t.state as stage, t.started_on as "startedOn",
      t.last_session_on as "lastSession"
    from trajectory_guides g join trajectories t on t.id = g.trajectory_id join enterprises e on e.id = t.enterprise_id join providers p on p.id = t.provider_id
    where g.person_id = ${person} and g.until is null and t.state not in ('completed', 'stopped') and ${within(reach, 't', { trajectory: 'id' })}
      ${after ? sql`and (t.started_on, t.id) < (${after.value}::date, ${after.id}::uuid)` : empty}
    order by t.started_on desc, t.id desc limit ${limit}`);
}

/** The sessions that somebody gave in a week, over all enterprises and funds. */
export function sessionsInWeek(db: Db, person: string, week: Week): Promise<WeekSession[]> {
  return db.many(sql`select s.id, s.day, s.hours, s.people, s.theme, s.trajectory_id as trajectory, e.name as "enterpriseName", p.name as "providerName"
    from guidance_sessions s join enterprises e on e.id = s.enterprise_id join providers p on p.id = s.provider_id
    where s.guide_id = ${person} and s.struck_at is null and s.day between ${week.monday} and ${week.sunday} order by s.day, s.recorded_at, s.id limit 60`);
}

/** Agreements that wait for a yes, of trajectories that somebody guides: the one that waits longest first. */
export function waitingAgreements(
  db: Db,
  person: string,
): Promise<{ trajectory: string; enterpriseName: string; sentAt: Date }[]> {
  return db.many(sql`select a.trajectory_id as trajectory, e.name as "enterpriseName", a.sent_at as "sentAt"
    from trajectory_guides g join agreements a on a.trajectory_id = g.trajectory_id join trajectories t on t.id = g.trajectory_id join enterprises e on e.id = a.enterprise_id
    where g.person_id = ${person} and g.until is null and a.state = 'sent' and t.state = 'agreement' order by a.sent_at, a.id limit 10`);
}

/** Open leads by next contact, the soonest first; who has none planned comes last. */
export function dueLeads(db: Db, reach: Reach, limit: number): Promise<DueLead[]> {
  return db.many(sql`select l.id, l.state, l.next_contact_on as "nextContactOn", l.wants_call as "wantsCall", e.name as "enterpriseName", e.municipality
    from leads l join enterprises e on e.id = l.enterprise_id
    where ${within(reach, 'l', { enterprise: null, trajectory: null })} and l.state in ('new', 'taken', 'handed_over')
    order by l.next_contact_on, l.id limit ${limit}`);
}

/** For each stage the newest trajectories, at most `each`; every stage is a walk of its own along an index. */
export function newestByStage(
  db: Db,
  reach: Reach,
  stages: readonly Stage[],
  each: number,
): Promise<(BoardCard & { stage: Stage })[]> {
  return db.many(sql`select s.stage, c.id, c.enterprise, e.name as "enterpriseName", c."lastSession", c."startedOn" from unnest(${[...stages]}::text[]) as s (stage)
    cross join lateral (select t.id, t.enterprise_id as enterprise, t.last_session_on as "lastSession", t.started_on as "startedOn" from trajectories t
      where ${within(reach, 't', { enterprise: null, trajectory: null })} and t.state = s.stage order by t.started_on desc, t.id desc limit ${each}) c
    join enterprises e on e.id = c.enterprise order by c."startedOn" desc, c.id desc`);
}

export interface LotFacts {
  readonly id: string;
  readonly number: number;
  readonly name: Localised;
  readonly target: number;
  readonly programmeName: Localised;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/** Lots with their target and the time they have for it: those of some programmes, or some of them by id. */
export function lotFacts(
  db: Db,
  which: { programmes: readonly string[] } | { lots: readonly string[] },
): Promise<LotFacts[]> {
  const some: Sql = 'lots' in which ? isOneOf('l.id', which.lots) : isOneOf('l.programme_id', which.programmes);
  return db.many(sql`select l.id, l.number, l.name, l.target, p.name as "programmeName", p.starts_on as "startsOn", p.ends_on as "endsOn"
    from lots l join programmes p on p.id = l.programme_id where ${some} order by p.starts_on desc, l.number`);
}

export interface ProviderFacts {
  readonly id: string;
  readonly lot: string;
  readonly name: string;
  readonly active: boolean;
  readonly coordinates: boolean;
}

export function providerFacts(db: Db, lots: readonly string[]): Promise<ProviderFacts[]> {
  return db.many(sql`select p.id, p.lot_id as lot, p.name, p.active, p.coordinates from providers p
    where ${isOneOf('p.lot_id', lots)} order by p.coordinates desc, p.name, p.id`);
}

/** The names of sectors as programmes define them, by code. */
export async function sectorNames(db: Db, programmes: readonly string[]): Promise<ReadonlyMap<string, Localised>> {
  const rows = await db.many<{ code: string; name: Localised }>(sql`select s ->> 'id' as code, s -> 'name' as name
    from programmes o cross join lateral jsonb_path_query(o.definition, '$.sectors[*]') s where ${isOneOf('o.id', programmes)}`);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The people who guide the newest trajectory of an enterprise. */
export function guidesOf(db: Db, trajectory: string): Promise<{ person: string; capacity: string }[]> {
  return db.many(
    sql`select person_id as person, capacity from trajectory_guides where trajectory_id = ${trajectory} and until is null order by since, id limit 5`,
  );
}
