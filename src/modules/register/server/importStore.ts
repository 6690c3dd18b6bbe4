import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { ImportProblem } from '../rules/importProblem.ts';
import type { ImportState, ImportView } from '../rules/views.ts';

export interface ImportRow extends ImportView {
  readonly anyway: boolean;
}

const columns = sql`select id, file, state, asked_at as "askedAt", ended_at as "endedAt", step, share, rows_read as "rowsRead", problem, anyway from register_imports`;

/** The newest imports. */
export function newestImports(db: Db, atMost: number): Promise<ImportRow[]> {
  return db.many(sql`${columns} order by asked_at desc, id desc limit ${atMost}`);
}

/** The oldest import that waits, or that a process which was killed left; done by jobs only. */
export function openImport(db: Db): Promise<ImportRow | undefined> {
  return db.maybe(sql`${columns} where state in ('waiting', 'running') and by_job order by asked_at, id limit 1`);
}

export async function addImport(
  db: Db,
  asked: { file: string; anyway: boolean; byJob: boolean; at: Date; state: 'waiting' | 'running' },
): Promise<string> {
  const id = newId();
  await db.run(sql`insert into register_imports (id, file, asked_at, state, anyway, by_job, share, rows_read)
    values (${id}, ${asked.file}, ${asked.at}, ${asked.state}, ${asked.anyway}, ${asked.byJob}, 0, 0)`);
  return id;
}

export async function noteProgress(
  db: Db,
  id: string,
  progress: { step: string; share: number; rowsRead: number; at: Date },
): Promise<void> {
  await db.run(sql`update register_imports set state = 'running', step = ${progress.step}, share = ${progress.share}, rows_read = ${progress.rowsRead},
    started_at = coalesce(started_at, ${progress.at}) where id = ${id}`);
}

export interface ImportEnd {
  readonly state: Exclude<ImportState, 'waiting' | 'running'>;
  readonly at: Date;
  readonly problem?: ImportProblem;
  readonly publication?: { readonly number: number; readonly snapshotOn: string };
  readonly rowsRead?: number;
}

export async function endImport(
  db: Db,
  id: string,
  { state, at, problem, publication, rowsRead }: ImportEnd,
): Promise<void> {
  await db.run(sql`update register_imports set state = ${state}, ended_at = ${at}, problem = ${problem ? JSON.stringify(problem) : null}::jsonb,
    extract_number = ${publication?.number ?? null}, snapshot_on = ${publication?.snapshotOn ?? null}, rows_read = coalesce(${rowsRead ?? null}, rows_read)
    where id = ${id}`);
}
