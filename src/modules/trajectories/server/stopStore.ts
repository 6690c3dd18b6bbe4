import sql from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { TrajectoryState } from '../rules/states.ts';

export interface StoppedRow {
  readonly on: PlainDate;
  readonly from: TrajectoryState;
  readonly reason: string;
  readonly words: string;
}

export async function readStopped(db: Db, trajectory: string): Promise<StoppedRow | undefined> {
  const row = await db.maybe<{ [Key in keyof StoppedRow]: StoppedRow[Key] | null }>(
    sql`select stopped_on as "on", stopped_in as "from", stop_reason as reason, stop_words as words from trajectories where id = ${trajectory} and state = 'stopped'`,
  );
  return row?.on
    ? { on: row.on, from: row.from ?? 'intake', reason: row.reason ?? 'other', words: row.words ?? '' }
    : undefined;
}

export async function writeStopped(db: Db, trajectory: string, stopped: StoppedRow): Promise<void> {
  await db.run(sql`update trajectories set stopped_on = ${stopped.on}, stopped_in = ${stopped.from}, stop_reason = ${stopped.reason}, stop_words = ${stopped.words}
    where id = ${trajectory}`);
}
