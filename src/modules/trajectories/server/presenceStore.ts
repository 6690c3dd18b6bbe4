import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { goneAfterSeconds, type OpenPage, type PresenceForm } from '../rules/presence.ts';

/** One page of one browser; `tab` is an id that the page made up. */
export interface PagePlace {
  readonly trajectory: string;
  readonly form: PresenceForm;
  readonly tab: string;
  readonly person: string;
}

/** Everybody's open pages, this one among them. */
export async function readOpenPages(
  db: Db,
  { trajectory, form }: Pick<PagePlace, 'trajectory' | 'form'>,
): Promise<readonly (OpenPage & { readonly tab: string })[]> {
  return db.many(
    sql`select tab, person_id as person, section, seen_at as "seenAt" from presence where trajectory_id = ${trajectory} and form = ${form} order by tab limit 200`,
  );
}

export async function keepPresence(
  db: Db,
  { trajectory, form, tab, person }: PagePlace,
  section: string,
  now: Date,
): Promise<void> {
  // Whoever guesses the id of another's page changes nothing with it.
  await db.run(sql`insert into presence (trajectory_id, form, tab, person_id, section, seen_at) values (${trajectory}, ${form}, ${tab}, ${person}, ${section}, ${now})
    on conflict (trajectory_id, form, tab) do update set section = excluded.section, seen_at = excluded.seen_at where presence.person_id = excluded.person_id`);
}

export function endPresence(db: Db, { trajectory, form, tab, person }: PagePlace): Promise<number> {
  return db.run(
    sql`delete from presence where trajectory_id = ${trajectory} and form = ${form} and tab = ${tab} and person_id = ${person}`,
  );
}

/** Pages whose browser went away without a word. Needs the system's scope. */
export function forgetOldPresence(db: Db, now: Date): Promise<number> {
  return db.run(sql`delete from presence where seen_at < ${new Date(now.getTime() - 10 * goneAfterSeconds * 1000)}`);
}
