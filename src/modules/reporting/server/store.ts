import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { roles, type Role } from '#platform/server/permissions.ts';
import type { StoredSentence } from '#platform/server/sentences.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Reason } from '#shared/decision.ts';
import type { Localised } from '#shared/localised.ts';
import type { PlanOfApproach, TrajectoryState } from '#modules/trajectories/index.ts';
import type { Stage } from '../rules/codes.ts';
import type { PageKey } from '../rules/pageKey.ts';
import type { TrajectoryProgress } from '../rules/trajectoryPages.ts';
import { isOneOf, within, type Reach } from './reach.ts';

/**
 * Reads across modules: the one place where their tables meet. Row-level security decides what is visible; `within` says
 * it again for one role, in words that an index understands. Lists give one row more than asked when there is a next page.
 */

export type { StoredSentence };

export interface TaskRow extends StoredSentence {
  readonly id: string;
  readonly kind: string;
  readonly roles: readonly Role[];
  readonly due: PlainDate | null;
  readonly link: string;
  readonly enterprise: string | null;
  readonly enterpriseName: string | null;
}

const taskColumns = sql`w.id, w.kind, w.roles, w.due, w.link, w.text_key as "textKey", w.parameters, w.enterprise_id as enterprise, e.name as "enterpriseName"`;

export interface TaskQuestion {
  readonly role: Role;
  readonly person: string;
  readonly reach: Reach;
  readonly enterprise?: string;
  readonly after?: PageKey | undefined;
  readonly limit: number;
}

/**
 * What waits for somebody in a role, soonest first, what has no date last. A task for one person is nobody else's. Of tasks
 * for all consultants of a provider, a consultant gets those of trajectories that they guide.
 */
export function waitingTasks(
  db: Db,
  { role, person, reach, enterprise, after, limit }: TaskQuestion,
): Promise<TaskRow[]> {
  return db.many(sql`select ${taskColumns} from waiting_tasks w left join enterprises e on e.id = w.enterprise_id
    where w.done_at is null and ${within(reach, 'w')} and ${isFor(role, person)}
      ${enterprise ? sql`and w.enterprise_id = ${enterprise}` : empty} ${afterTask(after)}
    order by w.due nulls last, w.id limit ${limit}`);
}

/** The same for the days of one week, by day. */
export function tasksInWeek(
  db: Db,
  {
    role,
    person,
    reach,
    from,
    until,
    limit,
  }: Omit<TaskQuestion, 'enterprise' | 'after'> & { from: PlainDate; until: PlainDate },
): Promise<TaskRow[]> {
  return db.many(sql`select ${taskColumns} from waiting_tasks w left join enterprises e on e.id = w.enterprise_id
    where w.done_at is null and ${within(reach, 'w')} and w.due between ${from} and ${until} and ${isFor(role, person)}
    order by w.due, w.id limit ${limit}`);
}

/** Whether a task is for somebody in a role. */
export function isFor(role: Role, person: string): Sql {
  const guided =
    role === 'consultant'
      ? sql`and (w.trajectory_id is null or exists (select 1 from trajectory_guides g where g.trajectory_id = w.trajectory_id and g.person_id = ${person} and g.until is null))`
      : empty;
  // The role stands there as a word of its own, as in the index that holds only its tasks.
  const own = roles.includes(role) ? raw(`'${role}'`) : sql`${role}`;
  return sql`(${own} = any (w.roles) or w.roles = '{}') and (w.person_id = ${person} or (w.person_id is null ${guided}))`;
}

/** Rows that come after a key of a list of tasks. */
export function afterTask(after: PageKey | undefined): Sql {
  if (!after) return empty;
  if (after.value === '') return sql`and w.due is null and w.id > ${after.id}`;
  return sql`and ((w.due, w.id) > (${after.value}::date, ${after.id}::uuid) or w.due is null)`;
}

/** Every open task about an enterprise that has a date, for the part of the timeline that lies ahead; the furthest first. */
export function plannedTasks(db: Db, enterprise: string, onlyFor: Role | null): Promise<TaskRow[]> {
  return db.many(sql`select ${taskColumns} from waiting_tasks w left join enterprises e on e.id = w.enterprise_id
    where w.done_at is null and w.enterprise_id = ${enterprise} and w.due is not null ${onlyFor ? sql`and ${onlyFor} = any (w.roles)` : empty}
    order by w.due desc, w.id desc limit 20`);
}

export interface EntryRow extends StoredSentence {
  readonly id: string;
  readonly kind: string;
  readonly day: PlainDate;
  readonly link: string | null;
  readonly officeOnly: boolean;
  readonly enterprise: string;
  readonly enterpriseName: string | null;
}

const entryColumns = sql`n.id, n.kind, n.day, n.link, n.text_key as "textKey", n.parameters, n.office_only as "officeOnly", n.enterprise_id as enterprise`;

export interface EntryQuestion {
  readonly officeToo: boolean;
  /** Words of which one must stand in the kind; none for everything. */
  readonly words: readonly string[];
  /** Or that somebody wrote beside it. */
  readonly commented?: boolean;
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
  readonly trajectory?: string | undefined;
  readonly provider?: string | undefined;
  readonly after?: PageKey | undefined;
  readonly limit: number;
}

const ofKind = ({ words, commented, officeToo }: EntryQuestion): Sql => {
  if (words.length === 0) return empty;
  const beside = sql`or exists (select 1 from comments c where c.entry_id = n.id ${officeToo ? empty : sql`and not c.office_only`})`;
  return sql`and (n.kind ~* ${words.join('|')} ${commented ? beside : empty})`;
};

const entryConditions = (question: EntryQuestion): Sql => {
  const { officeToo, from, until, trajectory, provider, after } = question;
  return sql`
  ${officeToo ? empty : sql`and not n.office_only`} ${ofKind(question)}
  ${from ? sql`and n.day >= ${from}` : empty} ${until ? sql`and n.day <= ${until}` : empty}
  ${trajectory ? sql`and n.trajectory_id = ${trajectory}` : empty} ${provider ? sql`and n.provider_id = ${provider}` : empty}
  ${after ? sql`and (n.day, n.id) < (${after.value}::date, ${after.id}::uuid)` : empty}`;
};

/** What happened at one enterprise, newest first. */
export function timelineOf(db: Db, enterprise: string, question: EntryQuestion): Promise<EntryRow[]> {
  return db.many(sql`select ${entryColumns}, null as "enterpriseName" from timeline_entries n
    where n.enterprise_id = ${enterprise} ${entryConditions(question)} order by n.day desc, n.id desc limit ${question.limit}`);
}

/** What happened anywhere within reach, newest first. */
export function newestEntries(db: Db, reach: Reach, question: EntryQuestion): Promise<EntryRow[]> {
  return db.many(sql`select ${entryColumns}, e.name as "enterpriseName" from timeline_entries n left join enterprises e on e.id = n.enterprise_id
    where ${within(reach, 'n')} ${entryConditions(question)} order by n.day desc, n.id desc limit ${question.limit}`);
}

export interface EnterpriseRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly lotNumber: number | null;
  readonly lotName: Localised | null;
  readonly providerName: string | null;
  readonly trajectory: string | null;
  readonly stage: Stage;
  readonly lastActivity: PlainDate | null;
}

export interface EnterpriseQuestion {
  readonly reach: Reach;
  readonly programmes: readonly string[];
  readonly words?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly lot?: string | undefined;
  readonly officeToo: boolean;
  readonly after?: PageKey | undefined;
  readonly limit: number;
}

/** Enterprises by name, with where their newest trajectory stands and when something last happened. */
export function listEnterprises(db: Db, question: EnterpriseQuestion): Promise<EnterpriseRow[]> {
  const { reach, programmes, words, stage, lot, officeToo, after, limit } = question;
  return db.many(sql`with shown as (
      select e.id, e.number, e.name, e.municipality, e.lot_id, e.provider_id, t.id as trajectory, coalesce(t.state, 'none') as stage
      from enterprises e
      left join lateral (select id, state from trajectories where enterprise_id = e.id order by started_on desc, id desc limit 1) t on true
      where ${isOneOf('e.programme_id', programmes)} and ${within(reach, 'e', { enterprise: 'id', trajectory: null })}
        ${words ? sql`and ${matches(words)}` : empty} ${stage ? sql`and coalesce(t.state, 'none') = ${stage}` : empty}
        ${lot ? sql`and e.lot_id = ${lot}` : empty} ${after ? sql`and (e.name, e.id) > (${after.value}, ${after.id}::uuid)` : empty}
      order by e.name, e.id limit ${limit}
    )
    select s.id, s.number, s.name, s.municipality, l.number as "lotNumber", l.name as "lotName", p.name as "providerName", s.trajectory, s.stage, a.day as "lastActivity"
    from shown s left join lots l on l.id = s.lot_id left join providers p on p.id = s.provider_id
    left join lateral (select n.day from timeline_entries n where n.enterprise_id = s.id ${officeToo ? empty : sql`and not n.office_only`} order by n.day desc, n.id desc limit 1) a on true
    order by s.name, s.id`);
}

/** A name or place that holds the words, or a number that begins with the digits (dots and BE may be typed). */
export function matches(words: string): Sql {
  const part = `%${words.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const digits = words.replace(/^be/i, '').replace(/[\s.]/g, '');
  const number = /^\d{3,}$/.test(digits)
    ? sql`or e.number like ${`${digits}%`} or e.number like ${`0${digits}%`}`
    : empty;
  return sql`(e.name ilike ${part} or e.municipality ilike ${part} ${number})`;
}

export interface EnterpriseFacts {
  readonly municipality: string | null;
  readonly workers: number | null;
  readonly sectorName: Localised | null;
  readonly lotNumber: number | null;
  readonly lotName: Localised | null;
  readonly providerName: string | null;
  /** The newest first, at most twenty. */
  readonly trajectories: readonly {
    readonly id: string;
    readonly startedOn: PlainDate;
    readonly provider: string;
    readonly providerName: string;
  }[];
}

export function enterpriseFacts(db: Db, enterprise: string): Promise<EnterpriseFacts> {
  return db.one(sql`select e.municipality, e.workers, l.number as "lotNumber", l.name as "lotName", p.name as "providerName",
      (select s -> 'name' from programmes o cross join lateral jsonb_path_query(o.definition, '$.sectors[*]') s where o.id = e.programme_id and s ->> 'id' = e.sector_code) as "sectorName",
      array(select json_build_object('id', t.id, 'startedOn', t.started_on, 'provider', t.provider_id, 'providerName', q.name)
        from trajectories t join providers q on q.id = t.provider_id where t.enterprise_id = e.id order by t.started_on desc, t.id desc limit 20) as trajectories
    from enterprises e left join lots l on l.id = e.lot_id left join providers p on p.id = e.provider_id where e.id = ${enterprise}`);
}

export interface TrajectoryFactsRow extends TrajectoryProgress {
  readonly id: string;
  readonly state: TrajectoryState;
  readonly startedOn: PlainDate;
  /** In which state it was stopped, when it was. */
  readonly stoppedIn: TrajectoryState | null;
  /** Whether the enterprise has a scan. */
  readonly scanDone: boolean;
  readonly hoursUsed: number;
  readonly planContent: PlanOfApproach | null;
  readonly ruleVersion: string | null;
  readonly decidedAt: Date | null;
  readonly reasons: readonly Reason[] | null;
}

/** The newest trajectory of an enterprise with the state of each of its pages; undefined while there is none. */
export function newestTrajectory(db: Db, enterprise: string): Promise<TrajectoryFactsRow | undefined> {
  return db.maybe(sql`select t.id, t.state, t.started_on as "startedOn", t.stopped_in as "stoppedIn",
      exists (select 1 from scans c where c.enterprise_id = t.enterprise_id and c.claimed_at is not null) as "scanDone",
      case when i.trajectory_id is null then 'none' when i.completed_at is null then 'started' else 'completed' end as intake,
      d.outcome as eligibility, d.rule_version as "ruleVersion", d.decided_at as "decidedAt", d.reasons,
      coalesce(a.state, 'none') as agreement, coalesce(p.state, 'none') as plan, p.content as "planContent",
      s.sessions, s.hours as "hoursUsed", coalesce(c.state, 'none') as "actionPlan", f.done as "followUpsDone", f.planned as "followUpsPlanned"
    from trajectories t left join intakes i on i.trajectory_id = t.id left join agreements a on a.trajectory_id = t.id
    left join plans p on p.trajectory_id = t.id left join action_plans c on c.trajectory_id = t.id
    left join lateral (select outcome, rule_version, decided_at, decision -> 'reasons' as reasons from eligibility_decisions where trajectory_id = t.id order by seq desc limit 1) d on true
    cross join lateral (select count(*)::int as sessions, coalesce(sum(hours), 0) as hours from guidance_sessions where trajectory_id = t.id and struck_at is null) s
    cross join lateral (select count(*)::int as planned, count(done_on)::int as done from follow_ups where trajectory_id = t.id) f
    where t.enterprise_id = ${enterprise} order by t.started_on desc, t.id desc limit 1`);
}

export interface InvolvedRow {
  readonly person: string;
  readonly side: 'enterprise' | 'guide';
  readonly capacity: string;
}

/** The people of an enterprise, the main contact first, and who guides its newest trajectory. */
export function involvedPeople(db: Db, enterprise: string, trajectory: string | null): Promise<InvolvedRow[]> {
  return db.many(sql`select person, side, capacity from (
      select person_id as person, 'enterprise' as side, capacity, case when main then 0 else 1 end as place, added_at as since from enterprise_people where enterprise_id = ${enterprise}
      union all
      select person_id, 'guide', capacity, 2, since::timestamptz from trajectory_guides where trajectory_id = ${trajectory}::uuid and until is null) involved
    order by place, since, person limit 20`);
}
