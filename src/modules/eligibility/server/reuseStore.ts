import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { Localised } from '#shared/localised.ts';
import type { EarlierDecision } from '../rules/reuse.ts';

export interface ReusableDecision extends EarlierDecision {
  readonly trajectory: string;
  readonly programme: Localised;
}

/**
 * The newest decision that counts on the same enterprise, by its number, in another trajectory or programme: within the
 * caller's sight, so that nobody learns by it of a programme that they do not work in.
 */
export function readReusable(db: Db, trajectory: string): Promise<ReusableDecision | undefined> {
  return db.maybe(sql`select d.id, d.hash, d.facts, d.valid_until as "validUntil", d.trajectory_id as trajectory, p.name as programme
    from trajectories t join enterprises own on own.id = t.enterprise_id join enterprises e on e.number = own.number
      join eligibility_decisions d on d.enterprise_id = e.id join programmes p on p.id = d.programme_id
    where t.id = ${trajectory} and d.trajectory_id <> t.id and d.outcome <> 'needs_evidence'
      and not exists (select 1 from eligibility_decisions later where later.trajectory_id = d.trajectory_id and later.seq > d.seq)
    order by d.decided_at desc limit 1`);
}
