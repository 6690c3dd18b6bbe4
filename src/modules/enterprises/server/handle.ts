import sql from 'sql-template-tag';
import type { Handle, Resolver } from '#platform/server/operation.ts';
import './permissions.ts';

/** An enterprise that the caller may see. */
export interface EnterpriseHandle extends Handle {
  readonly number: string;
  readonly name: string;
  readonly enterprise: string;
  readonly lot: string | null;
  readonly provider: string | null;
}

export const enterpriseHandle: Resolver<'enterprise', EnterpriseHandle> = {
  name: 'enterprise',
  seenWith: 'enterprise.read',
  find: (db, id) =>
    db.maybe(
      sql`select id, id as enterprise, programme_id as programme, lot_id as lot, provider_id as provider, number, name from enterprises where id = ${id}`,
    ),
};
