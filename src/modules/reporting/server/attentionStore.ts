import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { addDays, type PlainDate } from '#shared/dates.ts';
import type { AttentionKind } from '../rules/codes.ts';
import { followUpGrace, quietDays } from '../rules/attention.ts';
import type { PageKey } from '../rules/pageKey.ts';
import { within, type Reach } from './reach.ts';

/** What somebody should look at: each kind is a walk along an index, the one that waits longest first. */
export interface AttentionRow {
  readonly id: string;
  readonly trajectory: string;
  readonly enterpriseName: string;
  readonly providerName: string;
  /** Since when it waits: the last session or the agreement, the day the plan was submitted, the day the follow-up was due. */
  readonly since: PlainDate;
}

interface Source {
  readonly from: Sql;
  readonly id: string;
  readonly trajectory: string;
  readonly since: string;
  readonly alias: string;
  readonly own: Parameters<typeof within>[2];
  readonly where: (today: PlainDate) => Sql;
}

const sources: Readonly<Record<AttentionKind, Source>> = {
  quiet: {
    from: sql`trajectories t`,
    alias: 't',
    id: 't.id',
    trajectory: 't.id',
    since: 'coalesce(t.last_session_on, t.granted_on)',
    own: { trajectory: 'id' },
    where: (today) =>
      sql`t.state in ('planning', 'guidance') and t.granted_on is not null and coalesce(t.last_session_on, t.granted_on) < ${addDays(today, -quietDays)}::date`,
  },
  plans: {
    from: sql`plans t`,
    alias: 't',
    id: 't.trajectory_id',
    trajectory: 't.trajectory_id',
    since: 't.changed_at',
    own: {},
    where: () => sql`t.state = 'submitted'`,
  },
  followUps: {
    from: sql`follow_ups t`,
    alias: 't',
    id: 't.id',
    trajectory: 't.trajectory_id',
    since: 't.due',
    own: {},
    where: (today) =>
      sql`t.done_on is null and t.due < ${addDays(today, -followUpGrace)}::date and exists (select 1 from trajectories o where o.id = t.trajectory_id and o.state = 'follow_up')`,
  },
};

/** A page of one kind. */
export function attentionRows(
  db: Db,
  kind: AttentionKind,
  reach: Reach,
  today: PlainDate,
  page: { readonly after?: PageKey | undefined; readonly limit: number },
): Promise<(AttentionRow & { readonly key: string })[]> {
  const { from, alias, id, trajectory, since, own, where } = sources[kind];
  const type = raw(kind === 'plans' ? 'timestamptz' : 'date');
  const after = page.after
    ? sql`and (${raw(since)}, ${raw(id)}) > (${page.after.value}::${type}, ${page.after.id}::uuid)`
    : empty;
  return db.many(sql`select ${raw(id)} as id, ${raw(trajectory)} as trajectory, e.name as "enterpriseName", p.name as "providerName", (${raw(since)})::date as since,
      (${raw(since)})::text as key
    from ${from} join enterprises e on e.id = t.enterprise_id join providers p on p.id = t.provider_id
    where ${within(reach, alias, own)} and ${where(today)} ${after} order by ${raw(since)}, ${raw(id)} limit ${page.limit}`);
}

/** The ones that wait longest of every kind, and how many there are: counted up to a hundred, since more needs no figure. */
export async function attentionHeads(
  db: Db,
  reach: Reach,
  today: PlainDate,
  each: number,
): Promise<(AttentionRow & { kind: AttentionKind; count: number })[]> {
  const parts = (Object.keys(sources) as AttentionKind[]).map((kind) => {
    const { from, alias, id, trajectory, since, own, where } = sources[kind];
    return sql`(select ${kind}::text as kind, f.*, count(*) over ()::int as count from (
        select ${raw(id)} as id, ${raw(trajectory)} as trajectory, t.enterprise_id, t.provider_id, (${raw(since)})::date as since
        from ${from} where ${within(reach, alias, own)} and ${where(today)} order by ${raw(since)}, ${raw(id)} limit 100) f order by f.since, f.id limit ${each})`;
  });
  const [first, ...others] = parts;
  return db.many(sql`select a.kind, a.id, a.trajectory, a.since, a.count, e.name as "enterpriseName", p.name as "providerName"
    from (${first!} ${others.reduce((all, part) => sql`${all} union all ${part}`, empty)}) a
    join enterprises e on e.id = a.enterprise_id join providers p on p.id = a.provider_id order by a.since, a.id`);
}
