import sql, { empty, type Sql } from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Stage } from '../rules/codes.ts';
import { within, type Reach } from './reach.ts';
import { matches } from './store.ts';

/** What the exports read, over several modules' tables: whole lists, handed out piece by piece. */

export interface EnterpriseLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly kind: string;
  readonly sector: string | null;
  readonly workers: number | null;
  readonly lot: number | null;
  readonly provider: string | null;
  readonly stage: Stage;
  readonly started: PlainDate | null;
}

export function enterpriseLines(
  reach: Reach,
  { words, stage, lot }: { words?: string | undefined; stage?: Stage | undefined; lot?: string | undefined },
): Sql {
  return sql`select e.id, e.number, e.name, e.municipality, e.organisation_kind as kind, e.sector_code as sector, e.workers,
      l.number as lot, p.name as provider, coalesce(t.state, 'none') as stage, t.started_on as started
    from enterprises e left join lots l on l.id = e.lot_id left join providers p on p.id = e.provider_id
    left join lateral (select state, started_on from trajectories where enterprise_id = e.id order by started_on desc, id desc limit 1) t on true
    where ${within(reach, 'e', { enterprise: 'id', trajectory: null })} ${words ? sql`and ${matches(words)}` : empty}
      ${stage ? sql`and coalesce(t.state, 'none') = ${stage}` : empty} ${lot ? sql`and e.lot_id = ${lot}` : empty}
    order by e.name, e.id`;
}

export interface TrajectoryLine {
  readonly id: string;
  readonly number: string;
  readonly enterprise: string;
  readonly lot: number;
  readonly provider: string;
  readonly stage: Stage;
  readonly started: PlainDate;
  readonly granted: PlainDate | null;
  readonly sessions: number;
  readonly hours: number;
}

export function trajectoryLines(
  reach: Reach,
  { stage, lot }: { stage?: Stage | undefined; lot?: string | undefined },
): Sql {
  return sql`select t.id, e.number, e.name as enterprise, l.number as lot, p.name as provider, t.state as stage, t.started_on as started, t.granted_on as granted,
      s.sessions, s.hours
    from trajectories t join enterprises e on e.id = t.enterprise_id join lots l on l.id = t.lot_id join providers p on p.id = t.provider_id
    cross join lateral (select count(*)::int as sessions, coalesce(sum(hours), 0) as hours from guidance_sessions where trajectory_id = t.id and struck_at is null) s
    where ${within(reach, 't', { trajectory: 'id' })} ${stage ? sql`and t.state = ${stage}` : empty} ${lot ? sql`and t.lot_id = ${lot}` : empty}
    order by t.started_on, t.id`;
}

export interface SessionLine {
  readonly id: string;
  readonly trajectory: string;
  readonly number: string;
  readonly enterprise: string;
  readonly lot: number;
  readonly provider: string;
  readonly day: PlainDate;
  readonly hours: number;
  readonly people: number;
  readonly theme: string;
  readonly guidePerson: string;
}

export function sessionLines(
  reach: Reach,
  { lot, from, until }: { lot?: string | undefined; from?: PlainDate | undefined; until?: PlainDate | undefined },
): Sql {
  return sql`select s.id, s.trajectory_id as trajectory, e.number, e.name as enterprise, l.number as lot, p.name as provider, s.day, s.hours, s.people, s.theme, s.guide_id as "guidePerson"
    from guidance_sessions s join enterprises e on e.id = s.enterprise_id join lots l on l.id = s.lot_id join providers p on p.id = s.provider_id
    where s.struck_at is null and ${within(reach, 's')} ${lot ? sql`and s.lot_id = ${lot}` : empty} ${from ? sql`and s.day >= ${from}` : empty} ${until ? sql`and s.day <= ${until}` : empty}
    order by s.day, s.id`;
}
