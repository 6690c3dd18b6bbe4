import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { List, SavedView } from '../rules/lists.ts';

/** Views that people keep of lists: row-level security shows everybody their own. */
export const savedViews = (db: Db, person: string, list: List): Promise<SavedView[]> =>
  db.many(
    sql`select id, name, query from saved_views where person_id = ${person} and list = ${list} order by created_at, id limit 30`,
  );

/** Keeps a view; one of the same name is replaced. */
export async function keepView(
  db: Db,
  view: { person: string; list: List; name: string; query: string },
  now: Date,
): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`insert into saved_views (id, person_id, list, name, query, created_at)
    values (${newId()}, ${view.person}, ${view.list}, ${view.name}, ${view.query}, ${now})
    on conflict (person_id, list, name) do update set query = excluded.query returning id`);
  return id;
}

export const dropView = (db: Db, person: string, id: string): Promise<number> =>
  db.run(sql`delete from saved_views where id = ${id} and person_id = ${person}`);
