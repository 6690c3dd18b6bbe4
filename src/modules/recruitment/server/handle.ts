import sql from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Handle, Resolver } from '#platform/server/operation.ts';
import type { LeadState } from '../rules/leadStates.ts';
import './permissions.ts';

/** A lead that the caller may see. `state` is what the table of states (rules/leadStates.ts) speaks about. */
export interface LeadHandle extends Handle {
  readonly lot: string | null;
  readonly provider: string | null;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly state: LeadState;
  readonly contact: string;
  readonly takenBy: string | null;
  readonly nextContactOn: PlainDate | null;
  readonly version: number;
}

export const leadHandle: Resolver<'lead', LeadHandle> = {
  name: 'lead',
  seenWith: 'lead.read',
  find: (db, id) =>
    db.maybe(sql`select l.id, l.programme_id as programme, l.lot_id as lot, l.provider_id as provider, l.enterprise_id as enterprise, e.name as "enterpriseName",
        l.state, l.contact_id as contact, l.taken_by as "takenBy", l.next_contact_on as "nextContactOn", l.version
      from leads l join enterprises e on e.id = l.enterprise_id where l.id = ${id}`),
};
