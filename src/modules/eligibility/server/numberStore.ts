import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Reason } from '#shared/decision.ts';
import type { EligibilityOutcome } from '../rules/decideEligibility.ts';
import type { SmeClass } from '../rules/sizeClass.ts';

export interface KnownNumber {
  readonly number: string;
  readonly enterprise: string;
  readonly name: string;
  /** Of the enterprise; a decision may find another. */
  readonly lotNumber: number | null;
  readonly decision: {
    readonly id: string;
    readonly trajectory: string;
    readonly outcome: EligibilityOutcome;
    readonly decidedOn: PlainDate;
    readonly validUntil: PlainDate | null;
    readonly lotNumber: number | null;
    readonly smeClass: SmeClass | null;
    /** Room for aid on the day of the decision, in whole cents. */
    readonly roomCents: number | null;
    readonly reasons: readonly Reason[];
  } | null;
}

/** What is known, in the caller's sight, of enterprises with these numbers: each with its newest decision. */
export function readKnownNumbers(db: Db, numbers: readonly string[]): Promise<KnownNumber[]> {
  return db.many(sql`select distinct on (e.number) e.number, e.id as enterprise, e.name, l.number as "lotNumber",
      case when d.id is not null then json_build_object('id', d.id, 'trajectory', d.trajectory_id, 'outcome', d.outcome, 'decidedOn', d.facts ->> 'date',
        'validUntil', d.valid_until, 'lotNumber', d.decision #> '{lot,lot}', 'smeClass', d.decision ->> 'smeClass', 'roomCents', d.decision #> '{deMinimis,roomCents}',
        'reasons', d.decision -> 'reasons') end as decision
    from enterprises e left join lots l on l.id = e.lot_id
    left join lateral (select * from eligibility_decisions one where one.enterprise_id = e.id order by one.decided_at desc, one.seq desc limit 1) d on true
    where e.number = any (${[...numbers]}) order by e.number, d.decided_at desc nulls last`);
}
