import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { z } from 'zod';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Localised } from '#shared/localised.ts';
import type { EnterpriseFilter, SessionFilter, TrajectoryFilter } from '../listInputs.ts';
import { counted, countedTo, type Counted, type Size } from '../rules/lists.ts';
import type { Stage } from '../rules/codes.ts';
import type { PageKey } from '../rules/pageKey.ts';
import { within, type Reach } from './reach.ts';
import { matches } from './store.ts';

/**
 * Lists that are filtered, sorted and read by key. What they are filtered by stands in the row itself (0065_lists.sql); names
 * of lots and funds, and what only the shown rows need, are looked up for the page alone.
 */
export interface ListQuestion<Filter> {
  readonly reach: Reach;
  readonly filter: Filter;
  readonly words?: Words | undefined;
  readonly after?: PageKey | undefined;
  readonly limit: number;
}

export type EnterpriseChoice = z.output<typeof EnterpriseFilter>;
export type TrajectoryChoice = z.output<typeof TrajectoryFilter>;
export type SessionChoice = z.output<typeof SessionFilter>;

/**
 * A reach without what lies inside another part of it: one plain condition, which an index can give in order. Somebody who works for
 * a fund and guides some of its enterprises sees them already.
 */
export async function narrowed(db: Db, reach: Reach): Promise<Reach> {
  const { programme = [], lot = [], provider = [], enterprise = [], trajectory = [] } = reach;
  if ([programme, lot, provider, enterprise, trajectory].filter((ids) => ids.length > 0).length < 2) return reach;
  const ids = (list: readonly string[]) => sql`any (${[...list]}::uuid[])`;
  const inside = await db.one<{
    lots: string[];
    providers: string[];
    enterprises: string[];
    trajectories: string[];
  }>(sql`select
      array(select id from lots where id = ${ids(lot)} and not programme_id = ${ids(programme)}) as lots,
      array(select id from providers where id = ${ids(provider)} and not (programme_id = ${ids(programme)} or lot_id = ${ids(lot)})) as providers,
      array(select id from enterprises where id = ${ids(enterprise)} and (programme_id = ${ids(programme)} or lot_id = ${ids(lot)} or provider_id = ${ids(provider)}) is not true) as enterprises,
      array(select id from trajectories where id = ${ids(trajectory)} and (programme_id = ${ids(programme)} or lot_id = ${ids(lot)} or provider_id = ${ids(provider)} or enterprise_id = ${ids(enterprise)}) is not true) as trajectories`);
  const parts = {
    programme,
    lot: inside.lots,
    provider: inside.providers,
    enterprise: inside.enterprises,
    trajectory: inside.trajectories,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0));
}

const all = (conditions: readonly (Sql | false | undefined | '')[]): Sql => {
  const kept = conditions.filter((condition): condition is Sql => Boolean(condition));
  return join(kept, ' and ');
};

/** Counts rows up to the bound: an answer that does not grow with the table. */
async function countUpTo(db: Db, from: Sql): Promise<Counted> {
  const { found } = await db.one<{ found: number }>(
    sql`select count(*)::int as found from (select 1 ${from} limit ${countedTo + 1}) bounded`,
  );
  return counted(found);
}

export interface EnterpriseListRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly size: Size;
  readonly lotNumber: number | null;
  readonly providerName: string | null;
  readonly stage: Stage;
  readonly lastActivity: PlainDate | null;
  readonly createdAt: string;
}

/** So many enterprises may fit a word before the list looks for it on its way. */
const fewEnough = 3000;

/** What somebody typed, and the enterprises that it fits when those are few; null when they are many. */
export interface Words {
  readonly typed: string;
  readonly ids: readonly string[] | null;
}

/** Looks words up once, for the page and its count alike. */
export async function findWords(db: Db, typed: string | undefined): Promise<Words | undefined> {
  if (!typed) return undefined;
  const compact = typed.replace(/^be/i, '').replace(/[\s.]/g, '');
  const digits = /^\d{3,}$/.test(compact) ? compact : '';
  const escaped = typed.replace(/[\\%_]/g, String.raw`\$&`);
  const { ids } = await db.one<{ ids: string[] }>(
    sql`select krachtlijn.enterprises_like(${escaped}, ${digits}, ${fewEnough + 1}) as ids`,
  );
  return { typed, ids: ids.length > fewEnough ? null : ids };
}

const enterpriseReach = { enterprise: 'id', trajectory: null } as const;

export const enterpriseConditions = (reach: Reach, filter: EnterpriseChoice, words: Words | undefined): Sql =>
  all([
    within(reach, 'e', enterpriseReach),
    words && (words.ids ? sql`e.id = any (${[...words.ids]}::uuid[])` : matches(words.typed)),
    filter.stage && sql`e.stage = ${filter.stage}`,
    filter.lot && sql`e.lot_id = ${filter.lot}`,
    filter.provider && sql`e.provider_id = ${filter.provider}`,
    filter.size && sql`e.size = ${filter.size}`,
    filter.sector && sql`e.sector_code = ${filter.sector}`,
  ]);

export const enterpriseOrder = {
  name: {
    order: sql`e.name, e.id`,
    after: ({ value, id }: PageKey) => sql`and (e.name, e.id) > (${value}, ${id}::uuid)`,
  },
  newest: {
    order: sql`e.created_at desc, e.id desc`,
    after: ({ value, id }: PageKey) => sql`and (e.created_at, e.id) < (${value}::timestamptz, ${id}::uuid)`,
  },
} as const;

/** The page's enterprises: first which, by one index, then what is shown of them. */
export function enterprisePage(
  db: Db,
  { reach, filter, words, after, limit, officeToo }: ListQuestion<EnterpriseChoice> & { officeToo: boolean },
): Promise<EnterpriseListRow[]> {
  const { order, after: beyond } = enterpriseOrder[filter.sort ?? 'name'];
  return db.many(sql`with e as materialized (select * from enterprises e where ${enterpriseConditions(reach, filter, words)} ${after ? beyond(after) : empty} order by ${order} limit ${limit})
    select e.id, e.number, e.name, e.municipality, e.size, l.number as "lotNumber", p.name as "providerName", e.stage, a.day as "lastActivity",
      to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt"
    from e left join lots l on l.id = e.lot_id left join providers p on p.id = e.provider_id
    left join lateral (select n.day from timeline_entries n where n.enterprise_id = e.id ${officeToo ? empty : sql`and not n.office_only`} order by n.day desc, n.id desc limit 1) a on true
    order by ${order}`);
}

export const countEnterprises = (
  db: Db,
  { reach, filter, words }: Omit<ListQuestion<EnterpriseChoice>, 'limit'>,
): Promise<Counted> => countUpTo(db, sql`from enterprises e where ${enterpriseConditions(reach, filter, words)}`);

export interface TrajectoryListRow {
  readonly id: string;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly lotNumber: number;
  readonly providerName: string;
  readonly stage: Stage;
  readonly size: Size;
  readonly startedOn: PlainDate;
  readonly guides: readonly string[];
  readonly lastSession: PlainDate | null;
}

const named = (typed: string): Sql => sql`t.enterprise_name ilike ${`%${typed.replace(/[\\%_]/g, String.raw`\$&`)}%`}`;

/** `person` is who looks, for «only mine». */
export const trajectoryConditions = (
  reach: Reach,
  filter: TrajectoryChoice,
  person: string | null,
  words: Words | undefined,
): Sql =>
  all([
    within(reach, 't', { trajectory: 'id' }),
    words && (words.ids ? sql`t.enterprise_id = any (${[...words.ids]}::uuid[])` : named(words.typed)),
    filter.stage && sql`t.state = ${filter.stage}`,
    filter.lot && sql`t.lot_id = ${filter.lot}`,
    filter.provider && sql`t.provider_id = ${filter.provider}`,
    filter.size && sql`t.size = ${filter.size}`,
    filter.sector && sql`t.sector_code = ${filter.sector}`,
    filter.from && sql`t.started_on >= ${filter.from}`,
    filter.until && sql`t.started_on <= ${filter.until}`,
    filter.mine &&
      sql`t.id = any (array(select g.trajectory_id from trajectory_guides g where g.person_id = ${person} and g.until is null))`,
  ]);

export const trajectoryOrder = {
  newest: {
    order: sql`t.started_on desc, t.id desc`,
    after: ({ value, id }: PageKey) => sql`and (t.started_on, t.id) < (${value}::date, ${id}::uuid)`,
  },
  oldest: {
    order: sql`t.started_on, t.id`,
    after: ({ value, id }: PageKey) => sql`and (t.started_on, t.id) > (${value}::date, ${id}::uuid)`,
  },
  name: {
    order: sql`t.enterprise_name, t.id`,
    after: ({ value, id }: PageKey) => sql`and (t.enterprise_name, t.id) > (${value}, ${id}::uuid)`,
  },
} as const;

export function trajectoryPage(
  db: Db,
  { reach, filter, words, after, limit, person }: ListQuestion<TrajectoryChoice> & { person: string | null },
): Promise<TrajectoryListRow[]> {
  const { order, after: beyond } = trajectoryOrder[filter.sort ?? 'newest'];
  return db.many(sql`with t as materialized (select * from trajectories t where ${trajectoryConditions(reach, filter, person, words)} ${after ? beyond(after) : empty} order by ${order} limit ${limit})
    select t.id, t.enterprise_id as enterprise, t.enterprise_name as "enterpriseName", l.number as "lotNumber", p.name as "providerName", t.state as stage, t.size, t.started_on as "startedOn",
      array(select g.person_id from trajectory_guides g where g.trajectory_id = t.id and g.until is null order by g.since, g.id limit 3) as guides, s.day as "lastSession"
    from t join lots l on l.id = t.lot_id join providers p on p.id = t.provider_id
    left join lateral (select day from guidance_sessions where trajectory_id = t.id and struck_at is null order by day desc, id desc limit 1) s on true
    order by ${order}`);
}

export const countTrajectories = (
  db: Db,
  { reach, filter, words, person }: Omit<ListQuestion<TrajectoryChoice>, 'limit'> & { person: string | null },
): Promise<Counted> =>
  countUpTo(db, sql`from trajectories t where ${trajectoryConditions(reach, filter, person, words)}`);

export interface SessionListRow {
  readonly id: string;
  readonly trajectory: string;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly day: PlainDate;
  readonly hours: number;
  readonly people: number;
  readonly theme: string;
  readonly guide: string;
}

export const sessionConditions = (reach: Reach, filter: SessionChoice, person: string | null): Sql =>
  all([
    sql`s.struck_at is null`,
    within(reach, 's'),
    filter.who === 'me' && sql`s.guide_id = ${person}`,
    filter.lot && sql`s.lot_id = ${filter.lot}`,
    filter.provider && sql`s.provider_id = ${filter.provider}`,
    filter.theme && sql`s.theme = ${filter.theme}`,
    filter.from && sql`s.day >= ${filter.from}`,
    filter.until && sql`s.day <= ${filter.until}`,
  ]);

/** Sessions of the chosen days, the newest first. */
export function sessionPage(
  db: Db,
  { reach, filter, after, limit, person }: ListQuestion<SessionChoice> & { person: string | null },
): Promise<SessionListRow[]> {
  return db.many(sql`with s as materialized (select * from guidance_sessions s where ${sessionConditions(reach, filter, person)}
      ${after ? sql`and (s.day, s.id) < (${after.value}::date, ${after.id}::uuid)` : empty} order by s.day desc, s.id desc limit ${limit})
    select s.id, s.trajectory_id as trajectory, s.enterprise_id as enterprise, e.name as "enterpriseName", s.day, s.hours, s.people, s.theme, s.guide_id as guide
    from s join enterprises e on e.id = s.enterprise_id order by s.day desc, s.id desc`);
}

export const countSessions = (db: Db, reach: Reach, filter: SessionChoice, person: string | null): Promise<Counted> =>
  countUpTo(db, sql`from guidance_sessions s where ${sessionConditions(reach, filter, person)}`);

export interface ChoiceRow {
  readonly lots: readonly { readonly id: string; readonly number: number; readonly name: Localised }[];
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly sectors: readonly { readonly id: string; readonly name: Localised }[];
}

/** What somebody's lists can be narrowed by, in one question: the lots and funds within reach, and the sectors of the programme. */
export function choicesWithin(db: Db, reach: Reach, programmes: readonly string[]): Promise<ChoiceRow> {
  const ids = (list: readonly string[] | undefined) => sql`any (${[...(list ?? [])]}::uuid[])`;
  const seen = sql`(l.programme_id = ${ids(reach.programme)} or l.id = ${ids(reach.lot)})`;
  return db.one(sql`select
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'number', l.number, 'name', l.name) order by l.number) from lots l where ${seen}), '[]') as lots,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name) from providers p join lots l on l.id = p.lot_id where p.active and (${seen} or p.id = ${ids(reach.provider)})), '[]') as providers,
      coalesce((select jsonb_agg(jsonb_build_object('id', s ->> 'id', 'name', s -> 'name')) from programmes o cross join lateral jsonb_path_query(o.definition, '$.sectors[*]') s where o.id = ${programmes[0] ?? null}::uuid), '[]') as sectors`);
}
