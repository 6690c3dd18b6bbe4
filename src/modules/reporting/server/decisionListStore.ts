import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { z } from 'zod';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Localised } from '#shared/localised.ts';
import type { EligibilityOutcome } from '#modules/eligibility/index.ts';
import type { DecisionFilter } from '../listInputs.ts';
import type { CountedReason, ListedDecision } from '../rules/decisionList.ts';
import { counted, countedTo, type Counted } from '../rules/lists.ts';
import type { PageKey } from '../rules/pageKey.ts';
import { within, type Reach } from './reach.ts';

type Choice = z.output<typeof DecisionFilter>;

/** Decisions that count, within reach and as they are filtered; `d` is the decision. */
function conditions(reach: Reach, { outcome, lot, provider, reason, from, until }: Choice): Sql {
  return join(
    [
      within(reach, 'd'),
      sql`not exists (select 1 from eligibility_decisions later where later.trajectory_id = d.trajectory_id and later.seq > d.seq)`,
      ...(outcome ? [sql`d.outcome = ${outcome}`] : []),
      ...(lot ? [sql`d.lot_id = ${lot}`] : []),
      ...(provider ? [sql`d.provider_id = ${provider}`] : []),
      ...(reason ? [sql`${reason} = any (d.open_reasons) and d.open_reasons <> '{}'`] : []),
      ...(from ? [sql`d.decided_on >= ${from}`] : []),
      ...(until ? [sql`d.decided_on <= ${until}`] : []),
    ],
    ' and ',
  );
}

/** Decisions, the newest first. */
export function decisionPage(
  db: Db,
  { reach, filter, after, limit }: { reach: Reach; filter: Choice; after?: PageKey | undefined; limit: number },
): Promise<ListedDecision[]> {
  return db.many(sql`with d as materialized (select * from eligibility_decisions d where ${conditions(reach, filter)}
      ${after ? sql`and (d.decided_on, d.id) < (${after.value}::date, ${after.id}::uuid)` : empty} order by d.decided_on desc, d.id desc limit ${limit})
    select d.id, d.trajectory_id as trajectory, t.enterprise_name as "enterpriseName", l.number as "lotNumber", p.name as "providerName", d.outcome,
      d.decided_on as "decidedOn", d.valid_until as "validUntil", d.open_reasons as "openReasons"
    from d join trajectories t on t.id = d.trajectory_id join lots l on l.id = d.lot_id join providers p on p.id = d.provider_id
    order by d.decided_on desc, d.id desc`);
}

export async function countDecisions(db: Db, reach: Reach, filter: Choice): Promise<Counted> {
  const { found } = await db.one<{ found: number }>(sql`select count(*)::int as found from
    (select 1 from eligibility_decisions d where ${conditions(reach, filter)} order by d.decided_on desc, d.id desc limit ${countedTo + 1}) bounded`);
  return counted(found);
}

/** What stands in the way most often, among the decisions as they are filtered. */
export function countReasons(db: Db, reach: Reach, filter: Choice): Promise<CountedReason[]> {
  return db.many(sql`select code, count(*)::int as count from eligibility_decisions d cross join lateral unnest(d.open_reasons) code
    where d.outcome <> 'eligible' and ${conditions(reach, filter)} group by code order by count desc, code limit 12`);
}

export interface LotTaken {
  readonly id: string;
  readonly number: number;
  readonly name: Localised;
  readonly target: number;
  readonly budgetCents: number;
  /** What one trajectory costs in the programme of the lot. */
  readonly priceCents: number;
  readonly granted: number;
  readonly reserved: number;
  /** What the ledger of aid holds of its trajectories: reserved, estimated or settled. */
  readonly bookedCents: number;
}

/** What is granted and reserved in the lots of which somebody sees the whole, from kept counts. */
export function takenInLots(db: Db, { programme = [], lot = [] }: Reach): Promise<LotTaken[]> {
  return db.many(sql`select l.id, l.number, l.name, l.target, l.budget_cents as "budgetCents", coalesce((o.definition ->> 'pricePerTrajectoryCents')::bigint, 0) as "priceCents",
      c.granted, c.reserved, c.booked as "bookedCents"
    from lots l join programmes o on o.id = l.programme_id
    cross join lateral (select coalesce(sum(amount) filter (where what = 'taken' and state = 'granted'), 0) as granted,
        coalesce(sum(amount) filter (where what = 'taken' and state = 'reserved'), 0) as reserved, coalesce(sum(amount) filter (where what = 'booked'), 0) as booked
      from case_counts where lot_id = l.id and what in ('taken', 'booked')) c
    where l.programme_id = any (${[...programme]}::uuid[]) or l.id = any (${[...lot]}::uuid[]) order by l.programme_id, l.number`);
}

export interface DecisionLine {
  readonly id: string;
  readonly number: string;
  readonly enterprise: string;
  readonly lot: number;
  readonly provider: string;
  readonly outcome: EligibilityOutcome;
  readonly decided: PlainDate;
  readonly validUntil: PlainDate | null;
  readonly size: string | null;
  readonly room: number | null;
  readonly reasons: readonly { readonly code: string; readonly facts: Readonly<Record<string, string | number>> }[];
  readonly code: string;
  readonly rules: string;
}

/** The same decisions for a file, with their reasons. */
export function decisionLines(reach: Reach, filter: Choice): Sql {
  return sql`select d.id, e.number, t.enterprise_name as enterprise, l.number as lot, p.name as provider, d.outcome, d.decided_on as decided, d.valid_until as "validUntil",
      d.decision ->> 'smeClass' as size, (d.decision #>> '{deMinimis,roomCents}')::bigint as room, d.decision -> 'reasons' as reasons, d.check_code as code, d.rule_version as rules
    from eligibility_decisions d join trajectories t on t.id = d.trajectory_id join enterprises e on e.id = d.enterprise_id join lots l on l.id = d.lot_id join providers p on p.id = d.provider_id
    where ${conditions(reach, filter)} order by d.decided_on desc, d.id desc`;
}
