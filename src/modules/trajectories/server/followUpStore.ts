import sql from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { FollowUpMoment, FollowUpRecord } from '../rules/followUps.ts';

export interface FollowUpRow extends FollowUpMoment {
  readonly id: string;
  readonly content: FollowUpRecord | null;
  readonly by: string | null;
  /** 0 until it was noted. */
  readonly version: number;
}

const columns = sql`id, months, due, reminded_on as "remindedOn", done_on as "doneOn", content, by_person as by, version`;

/** The moments of a trajectory, first one first. */
export function listFollowUps(db: Db, trajectory: string): Promise<FollowUpRow[]> {
  return db.many(sql`select ${columns} from follow_ups where trajectory_id = ${trajectory} order by due, months`);
}

export async function addFollowUp(
  db: Db,
  trajectory: string,
  { months, due }: Pick<FollowUpMoment, 'months' | 'due'>,
): Promise<string> {
  const id = newId();
  await db.run(
    sql`insert into follow_ups (id, trajectory_id, months, due) values (${id}, ${trajectory}, ${months}, ${due})`,
  );
  return id;
}

/** Notes how it went; two people who note the same moment at once meet here and the second is told that it is done. */
export async function recordMoment(
  db: Db,
  id: string,
  record: { readonly on: PlainDate; readonly content: FollowUpRecord; readonly by: string },
): Promise<boolean> {
  return (
    (await db.run(sql`update follow_ups set done_on = ${record.on}, content = ${JSON.stringify(record.content)}, by_person = ${record.by}, version = 1
      where id = ${id} and done_on is null`)) === 1
  );
}

/** Puts a correction in place of what was noted, which stays on record with the reason; false when somebody was first. */
export async function correctMoment(
  db: Db,
  trajectory: string,
  before: FollowUpRow,
  after: { readonly on: PlainDate; readonly content: FollowUpRecord },
  { by, at, reason }: { readonly by: string; readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const changed =
    await db.run(sql`update follow_ups set done_on = ${after.on}, content = ${JSON.stringify(after.content)}, version = version + 1
    where id = ${before.id} and version = ${before.version} and done_on is not null`);
  if (changed !== 1) return false;
  await db.run(sql`insert into follow_up_versions (follow_up_id, trajectory_id, version, day, content, reason, changed_by, changed_at)
    values (${before.id}, ${trajectory}, ${before.version}, ${before.doneOn}, ${JSON.stringify(before.content)}, ${reason}, ${by}, ${at})`);
  return true;
}

/** Notes that a reminder left; false when it had left already. */
export async function markReminded(db: Db, id: string, day: PlainDate): Promise<boolean> {
  return (
    (await db.run(
      sql`update follow_ups set reminded_on = ${day} where id = ${id} and done_on is null and (reminded_on is null or reminded_on < ${day})`,
    )) === 1
  );
}

/** Moments that may need a reminder, over all trajectories. Needs the system's sight. */
export function momentsToRemind(
  db: Db,
  until: PlainDate,
): Promise<(FollowUpMoment & { readonly trajectory: string })[]> {
  return db.many(sql`select f.trajectory_id as trajectory, f.months, f.due, f.reminded_on as "remindedOn", f.done_on as "doneOn"
    from follow_ups f join trajectories t on t.id = f.trajectory_id
    where f.done_on is null and f.due <= ${until} and (f.reminded_on is null or f.reminded_on < f.due) and t.state = 'follow_up' order by f.due, f.id`);
}
