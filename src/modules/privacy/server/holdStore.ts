import sql from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';

export interface Hold {
  readonly reason: string;
  readonly until: PlainDate | null;
}

/** What keeps somebody although their time has come. */
export function activeHold(db: Db, person: string, today: PlainDate): Promise<Hold | undefined> {
  return db.maybe(
    sql`select reason, until from retention_holds where person_id = ${person} and lifted_at is null and (until is null or until >= ${today}::date)`,
  );
}

/** Places a hold, in the place of one that is there. */
export async function placeHold(
  db: Db,
  hold: { person: string; programme: string; reason: string; until: PlainDate | null; by: string },
  now: Date,
): Promise<void> {
  await liftHold(db, hold.person, hold.by, now);
  await db.run(sql`insert into retention_holds (id, person_id, programme_id, reason, placed_by, placed_at, until)
    values (${newId()}, ${hold.person}, ${hold.programme}, ${hold.reason}, ${hold.by}, ${now}, ${hold.until})`);
}

export function liftHold(db: Db, person: string, by: string, now: Date): Promise<number> {
  return db.run(
    sql`update retention_holds set lifted_at = ${now}, lifted_by = ${by} where person_id = ${person} and lifted_at is null`,
  );
}
