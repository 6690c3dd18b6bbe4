import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { dayInBrussels } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import { newestGiven, type GivenPeriod } from '../rules/bookkeeper.ts';
import type { AccountingPeriod } from '../rules/facts.ts';

export interface RequestRow {
  readonly id: string;
  readonly trajectory: string;
  readonly person: string;
  readonly askedBy: string;
  readonly locale: Locale;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly withdrawnAt: Date | null;
  readonly answeredAt: Date | null;
  readonly decidedAt: Date | null;
  /** What was confirmed last. */
  readonly facts: readonly AccountingPeriod[] | null;
}

const select = sql`select r.id, r.trajectory_id as trajectory, r.person_id as person, r.asked_by as "askedBy", r.locale, r.asked_at as "askedAt", r.expires_at as "expiresAt",
    r.withdrawn_at as "withdrawnAt", a.given_at as "answeredAt", a.facts, (select max(d.decided_at) from eligibility_decisions d where d.trajectory_id = r.trajectory_id) as "decidedAt"
  from bookkeeper_requests r left join lateral (select given_at, facts from bookkeeper_answers where request_id = r.id order by seq desc limit 1) a on true`;

/** Everybody who was asked about a trajectory, the last one first. */
export const readRequests = (db: Db, trajectory: string): Promise<RequestRow[]> =>
  db.many(sql`${select} where r.trajectory_id = ${trajectory} order by r.asked_at desc, r.id desc`);

export const readRequest = (db: Db, request: string): Promise<RequestRow | undefined> =>
  db.maybe(sql`${select} where r.id = ${request}`);

export async function addRequest(
  db: Db,
  request: Pick<RequestRow, 'trajectory' | 'person' | 'askedBy' | 'locale' | 'askedAt' | 'expiresAt'>,
): Promise<string> {
  const id = newId();
  await db.run(sql`insert into bookkeeper_requests (id, trajectory_id, person_id, asked_by, locale, asked_at, expires_at)
    values (${id}, ${request.trajectory}, ${request.person}, ${request.askedBy}, ${request.locale}, ${request.askedAt}, ${request.expiresAt})`);
  return id;
}

/** Gives how many were withdrawn by it. */
export const withdrawRequestRow = (db: Db, request: string, at: Date): Promise<number> =>
  db.run(sql`update bookkeeper_requests set withdrawn_at = ${at} where id = ${request} and withdrawn_at is null`);

export async function addAnswer(
  db: Db,
  request: Pick<RequestRow, 'id' | 'trajectory'>,
  facts: readonly AccountingPeriod[],
  at: Date,
): Promise<string> {
  const id = newId();
  await db.run(sql`insert into bookkeeper_answers (id, trajectory_id, request_id, seq, facts, given_at)
    select ${id}, ${request.trajectory}, ${request.id}, coalesce(max(seq), 0) + 1, ${JSON.stringify(facts)}, ${at} from bookkeeper_answers where request_id = ${request.id}`);
  return id;
}

/** The figures that bookkeepers gave of an enterprise, of each year the newest; all of them, or those since a moment. */
export async function readGiven(db: Db, trajectory: string, since?: Date | undefined): Promise<readonly GivenPeriod[]> {
  const rows = await db.many<{ id: string; facts: readonly AccountingPeriod[]; givenAt: Date }>(
    sql`select id, facts, given_at as "givenAt" from bookkeeper_answers where trajectory_id = ${trajectory} order by given_at desc, id desc`,
  );
  return newestGiven(
    rows
      .filter(({ givenAt }) => !since || givenAt > since)
      .flatMap(({ id, facts, givenAt }) =>
        facts.map((period) => ({ ...period, answer: id, on: dayInBrussels(givenAt) })),
      ),
  );
}
