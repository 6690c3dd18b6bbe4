import sql from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { PlanOfApproach } from '../rules/plan.ts';

/** A session as it is kept: what is merged when two people correct it. */
export interface SessionContent {
  readonly on: PlainDate;
  readonly hours: number;
  readonly people: number;
  readonly theme: string;
  readonly notes: string;
  readonly guideId: string;
  readonly part: string | null;
}

export interface SessionRow extends SessionContent {
  readonly id: string;
  readonly version: number;
}

const columns = sql`id, day as "on", hours, people, theme, notes, guide_id as "guideId", part_id as part, version`;

/** Every session of a trajectory that counts, newest first: what was struck out is not among them. */
export function listSessions(db: Db, trajectory: string): Promise<SessionRow[]> {
  return db.many(
    sql`select ${columns} from guidance_sessions where trajectory_id = ${trajectory} and struck_at is null order by day desc, id desc limit 500`,
  );
}

/** A session that was struck out: to be read, no longer counted. */
export interface StruckRow extends SessionRow {
  readonly struckAt: Date;
  readonly struckBy: string;
  readonly strikeReason: string;
}

export function listStruck(db: Db, trajectory: string): Promise<StruckRow[]> {
  return db.many(sql`select ${columns}, struck_at as "struckAt", struck_by as "struckBy", strike_reason as "strikeReason"
    from guidance_sessions where trajectory_id = ${trajectory} and struck_at is not null order by day desc, id desc limit 500`);
}

/** A session that counts. */
export function readSession(db: Db, trajectory: string, id: string): Promise<SessionRow | undefined> {
  return db.maybe(
    sql`select ${columns} from guidance_sessions where trajectory_id = ${trajectory} and id = ${id} and struck_at is null`,
  );
}

/** Strikes a session out; false when somebody corrected or struck it meanwhile. */
export async function strikeOut(
  db: Db,
  { id, version }: Pick<SessionRow, 'id' | 'version'>,
  { by, at, reason }: Required<Change>,
): Promise<boolean> {
  return (
    (await db.run(sql`update guidance_sessions set struck_at = ${at}, struck_by = ${by}, strike_reason = ${reason}
      where id = ${id} and version = ${version} and struck_at is null`)) === 1
  );
}

interface Change {
  readonly by: string;
  readonly at: Date;
  readonly reason?: string;
}

export async function addSession(db: Db, trajectory: string, content: SessionContent, change: Change): Promise<string> {
  const id = newId();
  await db.run(sql`insert into guidance_sessions (id, trajectory_id, day, hours, people, theme, notes, guide_id, part_id, recorded_at)
    values (${id}, ${trajectory}, ${content.on}, ${content.hours}, ${content.people}, ${content.theme}, ${content.notes}, ${content.guideId}, ${content.part}, ${change.at})`);
  await keepVersion(db, trajectory, id, 1, content, change);
  return id;
}

/** The next version of a session; the database refuses a second change of the same one at once, which then runs again. */
export async function changeSession(
  db: Db,
  trajectory: string,
  { id, version }: Pick<SessionRow, 'id' | 'version'>,
  content: SessionContent,
  change: Change,
): Promise<number> {
  await db.run(sql`update guidance_sessions set day = ${content.on}, hours = ${content.hours}, people = ${content.people}, theme = ${content.theme},
      notes = ${content.notes}, guide_id = ${content.guideId}, part_id = ${content.part}, version = ${version + 1}
    where id = ${id} and version = ${version}`);
  await keepVersion(db, trajectory, id, version + 1, content, change);
  return version + 1;
}

function keepVersion(
  db: Db,
  trajectory: string,
  session: string,
  version: number,
  content: SessionContent,
  { by, at, reason = '' }: Change,
): Promise<number> {
  return db.run(sql`insert into guidance_session_versions (session_id, trajectory_id, version, content, reason, changed_by, changed_at)
    values (${session}, ${trajectory}, ${version}, ${JSON.stringify(content)}, ${reason}, ${by}, ${at})`);
}

export async function readSessionVersion(
  db: Db,
  session: string,
  version: number,
): Promise<SessionContent | undefined> {
  const row = await db.maybe<{ content: SessionContent }>(
    sql`select content from guidance_session_versions where session_id = ${session} and version = ${version}`,
  );
  return row?.content;
}

export interface GuideRow {
  readonly id: string;
  readonly until: PlainDate | null;
}

/** Everybody who guides or guided the trajectory, in the order in which they came. */
export function listGuides(db: Db, trajectory: string): Promise<GuideRow[]> {
  return db.many(
    sql`select person_id as id, until from trajectory_guides where trajectory_id = ${trajectory} order by since, id`,
  );
}

export function listParts(db: Db, trajectory: string): Promise<{ id: string; name: string }[]> {
  return db.many(sql`select id, name from trajectory_parts where trajectory_id = ${trajectory} order by added_at, id`);
}

/** The plan as it stands: its themes are offered first, and once approved its hours are what sessions count against. */
export function readPlanOfSessions(
  db: Db,
  trajectory: string,
): Promise<{ content: PlanOfApproach; approved: boolean } | undefined> {
  return db.maybe(sql`select content, state = 'approved' as approved from plans where trajectory_id = ${trajectory}`);
}
