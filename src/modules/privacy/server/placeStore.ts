import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { Handle } from '#platform/server/operation.ts';
import type { PlacesOfPerson } from '#platform/server/personalData.ts';

/**
 * Where somebody plays a part, over the tables of several modules, reading. What comes out is what the scope of the transaction lets
 * see: the parts within a caller's sight, or with the system's sight all of them.
 */
const partsOf = (person: string) => sql`
  select programme_id, lot_id, provider_id, enterprise_id, null::text as scope from enterprise_people where person_id = ${person}
  union select programme_id, lot_id, provider_id, enterprise_id, null from leads where contact_id = ${person}
  union select programme_id, lot_id, provider_id, enterprise_id, null from attached_requests where contact_id = ${person}
  union select programme_id, lot_id, provider_id, enterprise_id, null from trajectory_guides where person_id = ${person}
  union select programme_id, lot_id, provider_id, enterprise_id, null from document_confirmations where person_id = ${person}
  union select g.programme_id, coalesce(g.lot_id, t.lot_id, e.lot_id), coalesce(g.provider_id, t.provider_id, e.provider_id),
      coalesce(t.enterprise_id, e.id), g.scope
    from grants g left join trajectories t on g.scope = 'trajectory' and t.id = g.scope_id left join enterprises e on g.scope = 'enterprise' and e.id = g.scope_id
    where g.person_id = ${person}`;

/** One part within sight, as a handle. */
export function findPartOf(db: Db, person: string): Promise<Handle | undefined> {
  return db.maybe(sql`select ${person}::uuid as id, programme_id as programme, lot_id as lot, provider_id as provider, enterprise_id as enterprise
    from (${partsOf(person)}) p order by lot_id nulls last, provider_id nulls last, enterprise_id nulls last limit 1`);
}

/** All parts. Needs the system's sight. */
export function allPartsOf(db: Db, person: string): Promise<Omit<Handle, 'id'>[]> {
  return db.many(
    sql`select distinct programme_id as programme, lot_id as lot, provider_id as provider, enterprise_id as enterprise from (${partsOf(person)}) p`,
  );
}

/** The places in which others may have written about somebody. Needs the system's sight. */
export async function placesOf(db: Db, person: string): Promise<PlacesOfPerson> {
  return db.one(sql`select
      coalesce(array_agg(distinct enterprise_id) filter (where enterprise_id is not null), '{}') as enterprises,
      coalesce(array_agg(distinct provider_id) filter (where scope = 'provider'), '{}') as providers,
      coalesce(array_agg(distinct lot_id) filter (where scope = 'lot'), '{}') as lots,
      coalesce(array_agg(distinct programme_id) filter (where scope = 'programme'), '{}') as programmes
    from (${partsOf(person)}) p`);
}
