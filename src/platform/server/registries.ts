import sql from 'sql-template-tag';
import { newId } from './ids.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Db } from './database/pool.ts';
import type { Role } from './permissions.ts';

/** Where a row belongs; ids of the parties that may see it. */
export interface Place {
  readonly programme: string;
  readonly lot?: string | null;
  readonly provider?: string | null;
  readonly enterprise?: string | null;
  readonly trajectory?: string | null;
}

/**
 * One event on the timeline of an enterprise. `textKey` is `module:key`. Parameters hold codes and figures; a parameter
 * whose name ends in `Person` holds a person's id and is shown as the name.
 */
export interface TimelineEntry {
  /** Its id, for who adds something that belongs to it; otherwise made here. */
  readonly id?: string;
  readonly kind: string;
  readonly day: PlainDate;
  readonly textKey: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly link?: string;
  readonly officeOnly?: boolean;
}

export async function addTimelineEntry(
  db: Db,
  place: Place & { enterprise: string },
  entry: TimelineEntry,
): Promise<void> {
  await db.run(sql`insert into timeline_entries (id, programme_id, lot_id, provider_id, enterprise_id, trajectory_id, kind, day, text_key, parameters, link, office_only)
    values (${entry.id ?? newId()}, ${place.programme}, ${place.lot ?? null}, ${place.provider ?? null}, ${place.enterprise}, ${place.trajectory ?? null},
      ${entry.kind}, ${entry.day}, ${entry.textKey}, ${JSON.stringify(entry.parameters ?? {})}, ${entry.link ?? null}, ${entry.officeOnly ?? false})`);
}

/** Corrects an entry that tells about one thing, found by its kind and link: what happened is told as it is known now. */
export async function changeTimelineEntry(
  db: Db,
  entry: Required<Pick<TimelineEntry, 'kind' | 'link' | 'day' | 'parameters'>>,
): Promise<void> {
  await db.run(sql`update timeline_entries set day = ${entry.day}, parameters = ${JSON.stringify(entry.parameters)}
    where kind = ${entry.kind} and link = ${entry.link}`);
}

/** Something that waits for somebody: for everybody with one of `roles` there, or for one person. */
export interface WaitingTask {
  readonly kind: string;
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly person?: string | null;
  readonly due?: PlainDate | null;
  readonly textKey: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly link: string;
}

/** Opens a task, or renews the open one of the same kind about the same subject. */
export async function openTask(db: Db, place: Place, task: WaitingTask): Promise<void> {
  await db.run(sql`insert into waiting_tasks (id, programme_id, lot_id, provider_id, enterprise_id, trajectory_id, kind, subject_id, roles, person_id, due, text_key, parameters, link)
    values (${newId()}, ${place.programme}, ${place.lot ?? null}, ${place.provider ?? null}, ${place.enterprise ?? null}, ${place.trajectory ?? null},
      ${task.kind}, ${task.subject}, ${[...task.roles]}, ${task.person ?? null}, ${task.due ?? null}, ${task.textKey}, ${JSON.stringify(task.parameters ?? {})}, ${task.link})
    on conflict (kind, subject_id) where done_at is null do update set due = excluded.due, text_key = excluded.text_key, parameters = excluded.parameters,
      roles = excluded.roles, person_id = excluded.person_id, link = excluded.link`);
}

export async function closeTask(db: Db, kind: string, subject: string): Promise<void> {
  await db.run(
    sql`update waiting_tasks set done_at = now() where kind = ${kind} and subject_id = ${subject} and done_at is null`,
  );
}

/** Nothing about this subject waits any more, of whatever kind. */
export async function closeTasksAbout(db: Db, subject: string): Promise<void> {
  await db.run(sql`update waiting_tasks set done_at = now() where subject_id = ${subject} and done_at is null`);
}

/** Gives what stands of an enterprise outside its trajectories to another lot and provider; needs sight of both. */
export async function moveEntries(db: Db, place: Place & { enterprise: string }): Promise<void> {
  const [lot, provider] = [place.lot ?? null, place.provider ?? null];
  await db.run(
    sql`update timeline_entries set lot_id = ${lot}, provider_id = ${provider} where enterprise_id = ${place.enterprise} and trajectory_id is null`,
  );
  await db.run(
    sql`update waiting_tasks set lot_id = ${lot}, provider_id = ${provider} where enterprise_id = ${place.enterprise} and trajectory_id is null`,
  );
}

/** Nothing of a trajectory waits any more: it ended. Gives how many tasks that were. */
export async function closeTasksOfTrajectory(db: Db, trajectory: string): Promise<number> {
  return db.run(sql`update waiting_tasks set done_at = now() where trajectory_id = ${trajectory} and done_at is null`);
}
