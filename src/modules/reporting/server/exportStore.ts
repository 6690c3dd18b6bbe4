import sql, { type Sql } from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Stage } from '../rules/codes.ts';
import {
  enterpriseConditions,
  enterpriseOrder,
  sessionConditions,
  trajectoryConditions,
  trajectoryOrder,
  type EnterpriseChoice,
  type SessionChoice,
  type TrajectoryChoice,
  type Words,
} from './listStore.ts';
import type { Reach } from './reach.ts';

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

export function enterpriseLines(reach: Reach, filter: EnterpriseChoice, words: Words | undefined): Sql {
  return sql`select e.id, e.number, e.name, e.municipality, e.organisation_kind as kind, e.sector_code as sector, e.workers,
      l.number as lot, p.name as provider, e.stage, e.started_on as started
    from enterprises e left join lots l on l.id = e.lot_id left join providers p on p.id = e.provider_id
    where ${enterpriseConditions(reach, filter, words)} order by ${enterpriseOrder[filter.sort ?? 'name'].order}`;
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
  filter: TrajectoryChoice,
  person: string | null,
  words: Words | undefined,
): Sql {
  return sql`select t.id, e.number, t.enterprise_name as enterprise, l.number as lot, p.name as provider, t.state as stage, t.started_on as started, t.granted_on as granted,
      s.sessions, s.hours
    from trajectories t join enterprises e on e.id = t.enterprise_id join lots l on l.id = t.lot_id join providers p on p.id = t.provider_id
    cross join lateral (select count(*)::int as sessions, coalesce(sum(hours), 0) as hours from guidance_sessions where trajectory_id = t.id and struck_at is null) s
    where ${trajectoryConditions(reach, filter, person, words)} order by ${trajectoryOrder[filter.sort ?? 'newest'].order}`;
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

export function sessionLines(reach: Reach, filter: SessionChoice, person: string | null): Sql {
  return sql`select s.id, s.trajectory_id as trajectory, e.number, e.name as enterprise, l.number as lot, p.name as provider, s.day, s.hours, s.people, s.theme, s.guide_id as "guidePerson"
    from guidance_sessions s join enterprises e on e.id = s.enterprise_id join lots l on l.id = s.lot_id join providers p on p.id = s.provider_id
    where ${sessionConditions(reach, filter, person)} order by s.day desc, s.id desc`;
}
