import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { JobFilter } from '../rules/jobFilters.ts';

export const jobStates = ['created', 'retry', 'active', 'completed', 'cancelled', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

export interface JobRow {
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  readonly createdAt: Date;
  readonly startsAt: Date;
  readonly completedAt: Date | null;
  readonly retries: number;
  readonly startedAt: Date | null;
  readonly problem: string | null;
}

/** Jobs of the queue itself (its clock) say nothing to people. */
const ours = sql`name not like '\_\_pgboss\_\_%'`;

/**
 * The newest jobs; the ones that wait come in the order in which they start. Of work that comes back every minute only the
 * last finished ones are shown, so that it does not hide the rest.
 */
export function newestJobs(db: Db, show: JobFilter, atMost: number): Promise<JobRow[]> {
  const shown = {
    all: sql`(state <> 'completed' or turn <= 5)`,
    waiting: sql`state in ('created', 'retry', 'active')`,
    failed: sql`state = 'failed'`,
  }[show];
  const order =
    show === 'waiting' ? sql`start_after, id` : sql`coalesce(completed_on, started_on, created_on) desc, id desc`;
  return db.many(sql`select id, name, state::text as state, created_on as "createdAt", start_after as "startsAt", started_on as "startedAt",
      completed_on as "completedAt", retry_count as retries, left(output ->> 'message', 300) as problem
    from (select *, row_number() over (partition by name, state order by completed_on desc) as turn from jobs.job where ${ours}) job
    where ${shown} order by ${order} limit ${atMost}`);
}

export function countJobs(db: Db): Promise<{ waiting: number; failed: number }> {
  return db.one(sql`select count(*) filter (where state in ('created', 'retry', 'active'))::int as waiting, count(*) filter (where state = 'failed')::int as failed
    from jobs.job where ${ours} and state in ('created', 'retry', 'active', 'failed')`);
}

export function findJob(db: Db, id: string): Promise<{ name: string; state: JobState } | undefined> {
  return db.maybe(sql`select name, state::text as state from jobs.job where id = ${id} and ${ours}`);
}

/** Puts a failed job back, for one more attempt at once: what the queue's own retry does, within our transaction. */
export async function retryJob(db: Db, name: string, id: string, now: Date): Promise<void> {
  await db.run(sql`update jobs.job set state = 'retry', retry_limit = retry_limit + 1, completed_on = null, start_after = ${now}
    where name = ${name} and id = ${id} and state = 'failed'`);
}
