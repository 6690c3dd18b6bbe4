import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';

export interface PartRow {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly workers: number | null;
  readonly themes: readonly string[];
}

export function readParts(db: Db, trajectory: string): Promise<PartRow[]> {
  return db.many(
    sql`select id, name, coalesce(municipality, '') as municipality, workers, themes from trajectory_parts where trajectory_id = ${trajectory} order by added_at, id`,
  );
}

/** Replaces the parts; one that sessions speak of stays, since its hours were spent there. */
export async function writeParts(db: Db, trajectory: string, parts: readonly PartRow[]): Promise<void> {
  const kept = parts.map(({ id }) => id);
  await db.run(sql`delete from trajectory_parts p where p.trajectory_id = ${trajectory} and p.id <> all (${kept}::uuid[])
    and not exists (select 1 from guidance_sessions s where s.part_id = p.id)`);
  for (const { id, name, municipality, workers, themes } of parts)
    await db.run(sql`insert into trajectory_parts (id, trajectory_id, name, municipality, workers, themes)
      values (${id}, ${trajectory}, ${name}, ${municipality || null}, ${workers}, ${[...themes]})
      on conflict (id) do update set name = excluded.name, municipality = excluded.municipality, workers = excluded.workers, themes = excluded.themes`);
}

/** How often the parts were saved. */
export async function partsVersion(db: Db, trajectory: string): Promise<number> {
  const { version } = await db.one<{ version: number }>(
    sql`select coalesce(max(version), 0) as version from trajectory_part_versions where trajectory_id = ${trajectory}`,
  );
  return version;
}

export async function readPartsVersion(
  db: Db,
  trajectory: string,
  version: number,
): Promise<readonly PartRow[] | undefined> {
  const row = await db.maybe<{ content: PartRow[] }>(
    sql`select content from trajectory_part_versions where trajectory_id = ${trajectory} and version = ${version}`,
  );
  return row?.content;
}

/** Keeps the parts as they were saved; two who save at once meet here, and the second runs again and merges. */
export async function keepPartsVersion(
  db: Db,
  trajectory: string,
  version: number,
  { parts, by, at }: { readonly parts: readonly PartRow[]; readonly by: string; readonly at: Date },
): Promise<void> {
  await db.run(sql`insert into trajectory_part_versions (trajectory_id, version, content, changed_by, changed_at)
    values (${trajectory}, ${version}, ${JSON.stringify(parts)}, ${by}, ${at})`);
}
