import sql, { empty } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Visit } from '../rules/visit.ts';
import { within, type Reach } from './reach.ts';
import type { EntryRow } from './store.ts';

/** When somebody looked at their home page, and what others did since. */

export function readVisit(db: Db, person: string): Promise<Visit | undefined> {
  return db.maybe(sql`select seen_at as "seenAt", since from home_visits where person_id = ${person}`);
}

export async function keepVisit(db: Db, person: string, { seenAt, since }: Visit): Promise<void> {
  await db.run(sql`insert into home_visits (person_id, seen_at, since) values (${person}, ${seenAt}, ${since})
    on conflict (person_id) do update set seen_at = excluded.seen_at, since = excluded.since`);
}

export interface NewsQuestion {
  readonly person: string;
  readonly reach: Reach;
  /** Recorded after this moment … */
  readonly since: Date;
  /** … and, for who never looked before, about a day from this one on: what was written down afterwards is not new. */
  readonly fromDay: PlainDate | null;
  readonly officeToo: boolean;
  /** Only enterprises whose trajectory the person guides. */
  readonly guidedOnly: boolean;
  readonly limit: number;
}

export interface NewsRow extends EntryRow {
  readonly recordedAt: Date;
}

/** What others brought about within reach since a moment, the newest first. */
export function newsFor(db: Db, question: NewsQuestion): Promise<NewsRow[]> {
  const { person, reach, since, fromDay, officeToo, guidedOnly, limit } = question;
  const columns = sql`n.id, n.kind, n.day, n.link, n.text_key as "textKey", n.parameters, n.office_only as "officeOnly", n.enterprise_id as enterprise, n.recorded_at`;
  const wanted = sql`n.recorded_at > ${since} and n.by_person is distinct from ${person}::uuid
    ${fromDay ? sql`and n.day >= ${fromDay}` : empty} ${officeToo ? empty : sql`and not n.office_only`}`;
  const found = guidedOnly
    ? sql`select f.* from (select distinct enterprise_id from trajectory_guides where person_id = ${person} and until is null limit 200) g
        cross join lateral (select ${columns} from timeline_entries n where n.enterprise_id = g.enterprise_id and ${wanted}
          order by n.recorded_at desc, n.id desc limit ${limit}) f`
    : sql`select ${columns} from timeline_entries n where ${within(reach, 'n')} and ${wanted} order by n.recorded_at desc, n.id desc limit ${limit}`;
  return db.many(sql`select f.*, f.recorded_at as "recordedAt", e.name as "enterpriseName" from (${found}) f join enterprises e on e.id = f.enterprise
    order by f.day desc, f.recorded_at desc, f.id desc limit ${limit}`);
}
