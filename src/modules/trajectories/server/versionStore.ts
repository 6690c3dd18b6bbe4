import sql, { raw } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';

export type VersionedTable = 'plan_versions' | 'action_plan_versions';

export interface VersionRow {
  readonly version: number;
  readonly at: Date;
  readonly by: string | null;
}

/** The saved versions of a document, the newest first; of a very long row of them, the last two hundred. */
export function listVersions(db: Db, table: VersionedTable, trajectory: string): Promise<VersionRow[]> {
  return db.many(sql`select version, changed_at as at, changed_by as by from ${raw(table)}
    where trajectory_id = ${trajectory} order by version desc limit 200`);
}

/** What stood in some of its versions. */
export function readVersions<Content>(
  db: Db,
  table: VersionedTable,
  trajectory: string,
  versions: readonly number[],
): Promise<{ version: number; content: Content }[]> {
  return db.many(sql`select version, content from ${raw(table)}
    where trajectory_id = ${trajectory} and version = any (${[...versions]}::int[])`);
}
