import sql from 'sql-template-tag';
import type { AuditNote } from '../audit.ts';
import type { Db } from '../database/pool.ts';
import { newId } from '../ids.ts';
import type { Handle } from '../operation.ts';
import { liveChannel, writeEvent, type EventPlace, type LiveEvent } from './event.ts';

/**
 * Tells every process what was done, when the transaction commits and not before: a notification of PostgreSQL is part of
 * the transaction, so what is rolled back was never told.
 */
export async function announce(db: Db, event: Omit<LiveEvent, 'id'>): Promise<void> {
  await db.run(sql`select pg_notify(${liveChannel}, ${writeEvent({ ...event, id: newId() })})`);
}

/** The event of a command: about the thing that it was called on, or where its line in the trail says it belongs. */
export function eventOf(
  what: LiveEvent['what'],
  kind: string | null,
  handle: Handle | undefined,
  within: AuditNote['within'] = {},
): Omit<LiveEvent, 'id'> {
  if (!kind || !handle) return { what, kind: '', subject: '', place: within };
  const { programme, lot, provider, enterprise, trajectory } = handle;
  const place = Object.fromEntries(
    Object.entries({ programme, lot, provider, enterprise, trajectory }).filter(([, id]) => id != null),
  ) as EventPlace;
  return { what, kind, subject: handle.id, place };
}
