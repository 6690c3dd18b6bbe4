import sql, { type Sql } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { peopleNamed } from '#platform/server/nameSearch.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Stage } from '../rules/codes.ts';

/** What a search finds. Every question sees only the scope of the transaction; see migrations 0071 and 0073. */

export interface FoundEnterprise {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly likeness: number;
  /** The newest trajectory, if there is one. */
  readonly trajectory: string | null;
  readonly stage: Stage;
  readonly startedOn: PlainDate | null;
}

const newest = sql`left join lateral (select id, state, started_on from trajectories where enterprise_id = f.enterprise_id order by started_on desc, id desc limit 1) t on true`;
const columns = sql`f.enterprise_id as id, f.number, f.name, f.municipality, f.likeness, t.id as trajectory, coalesce(t.state, 'none') as stage, t.started_on as "startedOn"`;

/** By the first digits of the number, or by name; best first. */
export function enterprisesFound(db: Db, words: string, digits: string, limit: number): Promise<FoundEnterprise[]> {
  return db.many(sql`select ${columns} from krachtlijn.search_enterprises(${words}, ${digits}, ${limit}) with ordinality
      as f (enterprise_id, number, name, municipality, likeness, place) ${newest} order by f.place`);
}

export interface FoundTrajectory {
  readonly id: string;
  readonly enterpriseName: string;
  readonly stage: Stage;
  readonly startedOn: PlainDate;
}

const trajectories = (
  where: Sql,
) => sql`select t.id, e.name as "enterpriseName", t.state as stage, t.started_on as "startedOn"
  from trajectories t join enterprises e on e.id = t.enterprise_id where ${where} order by t.started_on desc, t.id desc limit 5`;

/** The trajectory with this id, as it stands in an address that somebody pasted. */
export const trajectoryById = (db: Db, id: string): Promise<FoundTrajectory[]> =>
  db.many(trajectories(sql`t.id = ${id}::uuid`));

/** The trajectory whose document carries this check code. */
export const trajectoryByCheckCode = (db: Db, code: string): Promise<FoundTrajectory[]> =>
  db.many(trajectories(sql`t.id = (select d.trajectory_id from documents d where d.check_code = ${code})`));

export interface FoundPerson {
  readonly person: string;
  readonly side: 'contact' | 'guide';
  readonly enterprise: string;
  readonly enterpriseName: string;
}

/** Contacts and guides within sight among the people who are called like this, or who have one of these ids. */
export function peopleFound(
  db: Db,
  who: { readonly named: string } | { readonly ids: readonly string[] },
  limit: number,
): Promise<FoundPerson[]> {
  const some = 'named' in who ? peopleNamed(who.named, 5000) : sql`unnest(${[...who.ids]}::uuid[])`;
  return db.many(sql`with named as materialized (select n as id from ${some} n)
    (select c.person_id as person, 'contact' as side, c.enterprise_id as enterprise, e.name as "enterpriseName"
      from named join enterprise_people c on c.person_id = named.id join enterprises e on e.id = c.enterprise_id limit ${limit})
    union all
    (select g.person_id, 'guide', g.enterprise_id, e.name
      from named join trajectory_guides g on g.person_id = named.id and g.until is null join enterprises e on e.id = g.enterprise_id
      order by g.since desc limit ${limit})`);
}
