import sql, { empty, join } from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { terms, type Keeps } from '../rules/retention.ts';
import type { ClockKind } from '../rules/views.ts';

/* The tables of the clock, and the few rows of others that go by themselves. Everything here needs the system's sight, but the reading of dates. */

export interface DateRow {
  readonly person: string;
  readonly programme: string | null;
  readonly because: Keeps;
  readonly on: PlainDate | null;
}

/** Writes when people go. A day that moved takes its notice away: it is told anew. */
export async function writeDates(db: Db, rows: readonly DateRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await db.run(sql`insert into retention_dates (person_id, programme_id, because, goes_on, computed_at)
    select person, programme, because, "on", ${now} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person uuid, programme uuid, because text, "on" date)
    on conflict (person_id) do update set programme_id = excluded.programme_id, because = excluded.because, goes_on = excluded.goes_on, computed_at = excluded.computed_at,
      noticed_on = case when retention_dates.goes_on is not distinct from excluded.goes_on then retention_dates.noticed_on end
    where (retention_dates.programme_id, retention_dates.because, retention_dates.goes_on) is distinct from (excluded.programme_id, excluded.because, excluded.goes_on)`);
}

export interface DueRow {
  readonly person: string;
  readonly programme: string | null;
  readonly on: PlainDate;
  readonly noticedOn: PlainDate | null;
  readonly held: boolean;
}

/** People whose day comes before a day, the next ones by id. */
export function duePeople(
  db: Db,
  before: PlainDate,
  today: PlainDate,
  after: string,
  limit: number,
): Promise<DueRow[]> {
  return db.many(sql`select d.person_id as person, d.programme_id as programme, d.goes_on as "on", d.noticed_on as "noticedOn",
      exists (select 1 from retention_holds h where h.person_id = d.person_id and h.lifted_at is null and (h.until is null or h.until >= ${today}::date)) as held
    from retention_dates d where d.goes_on <= ${before}::date and d.person_id > ${after} order by d.person_id limit ${limit}`);
}

export async function noteNotice(db: Db, people: readonly string[], today: PlainDate): Promise<void> {
  if (people.length > 0)
    await db.run(
      sql`update retention_dates set noticed_on = ${today} where person_id in (${join([...people])}) and noticed_on is null`,
    );
}

export interface GoingPerson {
  readonly person: string;
  readonly on: PlainDate;
  readonly because: Keeps;
  readonly noticedOn: PlainDate | null;
  readonly reason: string | null;
  readonly until: PlainDate | null;
}

/** Whose day comes next, in the caller's programmes: those who have a day at all, the soonest first. */
export function nextToGo(
  db: Db,
  today: PlainDate,
  after: { on: PlainDate; person: string } | undefined,
  limit: number,
): Promise<GoingPerson[]> {
  return db.many(sql`select d.person_id as person, d.goes_on as "on", d.because, d.noticed_on as "noticedOn", h.reason, h.until
    from retention_dates d left join retention_holds h on h.person_id = d.person_id and h.lifted_at is null and (h.until is null or h.until >= ${today}::date)
    where d.goes_on is not null ${after ? sql`and (d.goes_on, d.person_id) > (${after.on}::date, ${after.person}::uuid)` : empty}
    order by d.goes_on, d.person_id limit ${limit}`);
}

export interface CountRow {
  readonly kind: ClockKind;
  readonly month: string;
  readonly amount: number;
  readonly countedAt: Date;
}

/** What goes in which month: of the caller's programmes, and of what belongs to none. */
export function readCounts(db: Db, programmes: readonly string[]): Promise<CountRow[]> {
  return db.many(sql`select kind, to_char(month, 'YYYY-MM') as month, sum(amount)::int as amount, max(computed_at) as "countedAt" from retention_counts
    where programme_id is null or programme_id = any (${[...programmes]}::uuid[]) group by kind, month`);
}

/** Counts anew what goes in this month (what is late too) and the eleven after it. */
export async function countAnew(db: Db, today: PlainDate, now: Date): Promise<void> {
  await db.run(sql`delete from retention_counts`);
  const month = (day: ReturnType<typeof sql>) =>
    sql`greatest(date_trunc('month', ${day}), date_trunc('month', ${today}::date))::date`;
  const counted = [
    sql`select 'people', programme_id, ${month(sql`goes_on::timestamp`)} from retention_dates where goes_on is not null`,
    sql`select 'letters', null, ${month(sql`created_at + make_interval(days => ${terms.letter.days})`)} from mails where state <> 'queued'`,
    sql`select 'links', null, ${month(sql`expires_at + make_interval(days => ${terms.link.days})`)} from access_links`,
    sql`select 'sessions', null, ${month(sql`coalesce(revoked_at, expires_at) + make_interval(days => ${terms.session.days})`)} from web_sessions`,
    sql`select 'drafts', null, ${month(sql`saved_at + make_interval(days => ${terms.draft.days})`)} from drafts`,
    sql`select 'scans', null, ${month(sql`(finished_on + ${terms.scan.days}::int)::timestamp`)} from scans where claimed_at is null and finished_on is not null`,
  ];
  await db.run(sql`insert into retention_counts (kind, programme_id, month, amount, computed_at)
    select kind, programme, month, count(*), ${now} from (${join(counted, ' union all ')}) as c(kind, programme, month)
    where month < date_trunc('month', ${today}::date) + interval '12 months' group by kind, programme, month`);
}

/** Letters, links and sessions whose time is over, a bounded number at once; gives how many went of each. */
export async function takeOld(
  db: Db,
  now: Date,
  atMost: number,
): Promise<{ letters: number; links: number; sessions: number }> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  return {
    letters: await db.run(
      sql`delete from mails where id in (select id from mails where created_at < ${before(terms.letter.days)} and state <> 'queued' limit ${atMost})`,
    ),
    links: await db.run(
      sql`delete from access_links where id in (select id from access_links where expires_at < ${before(terms.link.days)} limit ${atMost})`,
    ),
    sessions: await db.run(
      sql`delete from web_sessions where id in (select id from web_sessions where coalesce(revoked_at, expires_at) < ${before(terms.session.days)} limit ${atMost})`,
    ),
  };
}
