import sql, { join } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { changedFacts, type Origin, type TracedFact } from '../rules/origins.ts';
import type { EnterprisePlace } from './store.ts';

/** Keeps where the facts that changed came from; nothing when none did. */
export async function noteOrigins(
  db: Db,
  enterprise: EnterprisePlace & { readonly id: string },
  facts: { readonly before: Partial<Record<TracedFact, unknown>>; readonly after: Record<TracedFact, unknown> },
  { source, by, at }: { readonly source: 'request' | 'correction'; readonly by: string | null; readonly at: Date },
): Promise<void> {
  const rows = changedFacts(facts.before, facts.after).map(
    ({
      what,
      given,
    }) => sql`(${newId()}, ${enterprise.programme}, ${enterprise.lot}, ${enterprise.provider}, ${enterprise.id},
      ${what}, ${given === null ? null : JSON.stringify(given)}, ${source}, ${by}, ${at})`,
  );
  if (rows.length > 0)
    await db.run(sql`insert into field_origins (id, programme_id, lot_id, provider_id, enterprise_id, what, given, source, by_person, at)
      values ${join(rows)}`);
}

/** Every value that the facts of an enterprise had, the newest first; `by` is the id of who gave it. */
export function originsOf(db: Db, enterprise: string): Promise<Origin[]> {
  return db.many(sql`select what, given, source, by_person as by, at from field_origins
    where enterprise_id = ${enterprise} order by at desc, id desc limit 200`);
}
