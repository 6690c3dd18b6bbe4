import sql from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { Intake, StaffInformed } from '../rules/intake.ts';
import type { IntakeVersion } from '../rules/intakeOrigins.ts';

export interface IntakeRow {
  readonly content: Intake;
  readonly version: number;
  readonly completedAt: Date | null;
}

export function readIntakeRow(db: Db, trajectory: string): Promise<IntakeRow | undefined> {
  return db.maybe(
    sql`select content, version, completed_at as "completedAt" from intakes where trajectory_id = ${trajectory}`,
  );
}

/** Writes the intake; gives false when somebody else wrote a newer version meanwhile. What it said is kept as well. */
export async function writeIntake(
  db: Db,
  trajectory: string,
  content: Intake,
  version: number,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<boolean> {
  const words = JSON.stringify(content);
  const written =
    version === 0
      ? sql`insert into intakes (trajectory_id, content) values (${trajectory}, ${words}) on conflict (trajectory_id) do nothing returning version`
      : sql`update intakes set content = ${words}, version = version + 1, changed_at = now() where trajectory_id = ${trajectory} and version = ${version} returning version`;
  const row = await db.maybe<{ version: number }>(written);
  if (!row) return false;
  await db.run(sql`insert into intake_versions (trajectory_id, version, content, changed_by, changed_at)
    values (${trajectory}, ${row.version}, ${words}, ${by}, ${at})`);
  return true;
}

/** The intake, and as it was after each save, the oldest first; of very many saves, the last hundred. */
export async function readIntakeHistory(
  db: Db,
  trajectory: string,
): Promise<{ readonly row: IntakeRow | undefined; readonly versions: readonly IntakeVersion[] }> {
  const rows = await db.many<IntakeRow & { was: Intake | null; by: string | null; at: Date }>(
    sql`select i.content, i.version, i.completed_at as "completedAt", v.content as was, v.changed_by as by, v.changed_at as at
      from intakes i left join intake_versions v on v.trajectory_id = i.trajectory_id where i.trajectory_id = ${trajectory}
      order by v.version desc limit 100`,
  );
  const versions = rows.flatMap(({ was, by, at }) => (was ? [{ content: was, by, at }] : []));
  return { row: rows[0], versions: versions.reverse() };
}

export async function closeIntake(db: Db, trajectory: string, now: Date): Promise<void> {
  await db.run(
    sql`update intakes set completed_at = coalesce(completed_at, ${now}) where trajectory_id = ${trajectory}`,
  );
}

export interface GuideRow {
  readonly id: string;
  readonly person: string;
  readonly capacity: 'consultant' | 'sector_consultant';
  readonly since: PlainDate;
  readonly until: PlainDate | null;
}

export function readGuides(db: Db, trajectory: string): Promise<GuideRow[]> {
  return db.many(
    sql`select id, person_id as person, capacity, since, until from trajectory_guides where trajectory_id = ${trajectory} order by since, id`,
  );
}

/** Adds a guide; one who guided before starts again. */
export async function addGuideRow(
  db: Db,
  trajectory: string,
  guide: { person: string; capacity: string; since: PlainDate },
): Promise<void> {
  await db.run(sql`insert into trajectory_guides (id, trajectory_id, person_id, capacity, since) values (${newId()}, ${trajectory}, ${guide.person}, ${guide.capacity}, ${guide.since})
    on conflict (trajectory_id, person_id) do update set capacity = excluded.capacity, since = excluded.since, until = null`);
}

export function endGuideRow(
  db: Db,
  trajectory: string,
  guide: string,
  until: PlainDate,
): Promise<{ person: string } | undefined> {
  return db.maybe(
    sql`update trajectory_guides set until = ${until} where id = ${guide} and trajectory_id = ${trajectory} and until is null returning person_id as person`,
  );
}

/** Whether somebody still guides a trajectory of the enterprise. */
export async function guidesElsewhere(db: Db, enterprise: string, person: string): Promise<boolean> {
  const { still } = await db.one<{ still: boolean }>(
    sql`select exists (select 1 from trajectory_guides where enterprise_id = ${enterprise} and person_id = ${person} and until is null) as still`,
  );
  return still;
}

/** The people whom the caller may choose as a guide: everybody who works for the provider of the trajectory. */
export function readCandidates(db: Db, provider: string): Promise<{ person: string }[]> {
  return db.many(
    sql`select distinct person_id as person from grants where scope = 'provider' and scope_id = ${provider} and withdrawn_at is null limit 200`,
  );
}

export interface StaffInformedRow extends StaffInformed {
  readonly id: string;
}

export async function readStaffInformed(db: Db, trajectory: string): Promise<StaffInformedRow[]> {
  const rows = await db.many<{ id: string; content: StaffInformed }>(
    sql`select id, content from staff_informed where trajectory_id = ${trajectory} order by day desc, id desc limit 50`,
  );
  return rows.map(({ id, content }) => ({ id, ...content }));
}

export async function addStaffInformed(
  db: Db,
  trajectory: string,
  note: StaffInformed & { on: PlainDate },
): Promise<string> {
  const id = newId();
  await db.run(
    sql`insert into staff_informed (id, trajectory_id, day, content) values (${id}, ${trajectory}, ${note.on}, ${JSON.stringify(note)})`,
  );
  return id;
}

/** What is known of the enterprise before the intake: from the lead. */
export function readEnterpriseFacts(db: Db, enterprise: string) {
  return db.one<{
    name: string;
    number: string;
    municipality: string | null;
    organisationKind: 'enterprise' | 'social_profit' | 'local_authority';
    careKind: string | null;
    sectorCode: string | null;
    jointCommittees: { number: string; workers?: number }[];
    workers: number | null;
    message: string | null;
  }>(sql`select e.name, e.number, e.municipality, e.organisation_kind as "organisationKind", e.care_kind as "careKind", e.sector_code as "sectorCode",
      e.joint_committees as "jointCommittees", e.workers,
      (select l.message from leads l where l.enterprise_id = e.id order by l.created_at desc limit 1) as message
    from enterprises e where e.id = ${enterprise}`);
}
