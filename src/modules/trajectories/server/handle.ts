import sql from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import type { Handle, Resolver } from '#platform/server/operation.ts';
import './permissions.ts';

/** A trajectory that the caller may see. `state` is what the table of states (rules/states.ts) speaks about. */
export interface TrajectoryHandle extends Handle {
  readonly trajectory: string;
  readonly enterprise: string;
  readonly lot: string;
  readonly provider: string;
  readonly state: string;
  readonly version: number;
  readonly startedOn: PlainDate;
  readonly grantedOn: PlainDate | null;
  readonly enterpriseName: string;
  /** The language of the enterprise: of its letters and documents. */
  readonly enterpriseLocale: Locale;
}

export const trajectoryHandle: Resolver<'trajectory', TrajectoryHandle> = {
  name: 'trajectory',
  seenWith: 'trajectory.read',
  // The enterprise row itself is not visible to who holds only a link, so its name and language come through a function.
  find: (db, id) =>
    db.maybe(sql`select t.id, t.id as trajectory, t.programme_id as programme, t.lot_id as lot, t.provider_id as provider, t.enterprise_id as enterprise,
        t.state, t.version, t.started_on as "startedOn", t.granted_on as "grantedOn", n.name as "enterpriseName", n.locale as "enterpriseLocale"
      from trajectories t cross join lateral krachtlijn.enterprise_name(t.enterprise_id) n where t.id = ${id}`),
};
