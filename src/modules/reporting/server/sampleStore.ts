import sql, { empty, raw } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Stage } from '../rules/codes.ts';
import type { SampleAsked } from '../rules/sample.ts';
import { within, type Reach } from './reach.ts';

/** Drawing a sample of trajectories, and everything that is kept of one of them. */

export interface SampledRow {
  readonly id: string;
  readonly enterpriseName: string;
  readonly enterpriseNumber: string;
  readonly providerName: string;
  readonly lotNumber: number;
  readonly stage: Stage;
  readonly startedOn: PlainDate;
  readonly population: number;
}

/**
 * The trajectories with the smallest SHA-256 over `seed:id`, in that order. It looks at every trajectory within reach, as a
 * fair draw must: a tenth of a second at a hundred thousand.
 */
export function drawSample(db: Db, reach: Reach, { seed, size, lot, until }: SampleAsked): Promise<SampledRow[]> {
  return db.many(sql`with drawn as (
      select t.id, t.enterprise_id, t.provider_id, t.lot_id, t.state, t.started_on, count(*) over ()::int as population,
        sha256(convert_to(${`${seed}:`} || t.id::text, 'UTF8')) as mark
      from trajectories t where ${within(reach, 't', { trajectory: 'id' })} and t.started_on <= ${until} ${lot ? sql`and t.lot_id = ${lot}` : empty}
      order by mark limit ${size}
    )
    select d.id, e.name as "enterpriseName", e.number as "enterpriseNumber", p.name as "providerName", l.number as "lotNumber", d.state as stage,
      d.started_on as "startedOn", d.population
    from drawn d join enterprises e on e.id = d.enterprise_id join providers p on p.id = d.provider_id join lots l on l.id = d.lot_id order by d.mark`);
}

type Kept = Readonly<Record<string, unknown>>;

/** Tables that hold one trajectory's rows as they were written, and the order in which they are read. */
const kept = {
  intakes: 'changed_at',
  intake_versions: 'version',
  staff_informed: 'day, id',
  trajectory_parts: 'added_at, id',
  trajectory_guides: 'since, id',
  eligibility_decisions: 'seq',
  eligibility_evidence: 'added_at, id',
  bookkeeper_requests: 'asked_at, id',
  bookkeeper_answers: 'given_at, id',
  agreements: 'sent_at',
  aid_declarations: 'sent_at, id',
  aid_entries: 'recorded_at, id',
  plan_submissions: 'submission',
  plan_verdicts: 'submission',
  plan_versions: 'version',
  guidance_sessions: 'day, id',
  guidance_session_versions: 'session_id, version',
  action_plan_versions: 'version',
  action_plan_objections: 'at, id',
  documents: 'made_at, id',
  document_confirmations: 'at, id',
  follow_ups: 'due, id',
  timeline_entries: 'day, id',
} as const;
export type KeptTable = keyof typeof kept;

/** Everything that is kept of a trajectory, by table, as it stands in the database (ids of people, never their names). */
export async function everythingOf(db: Db, trajectory: string): Promise<Readonly<Record<KeptTable, readonly Kept[]>>> {
  const found = {} as Record<KeptTable, readonly Kept[]>;
  for (const [table, order] of Object.entries(kept) as [KeptTable, string][]) {
    const rows = await db.many<{ row: Kept }>(
      sql`select to_jsonb(k) as row from ${raw(table)} k where k.trajectory_id = ${trajectory} order by ${raw(order)}`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

/** The trajectory itself, with the names of where it stands. */
export function caseOf(db: Db, trajectory: string): Promise<Kept> {
  return db.one<Kept>(sql`select to_jsonb(t) as trajectory, to_jsonb(e) as enterprise, jsonb_build_object('id', p.id, 'name', p.name) as provider,
      jsonb_build_object('id', l.id, 'number', l.number, 'name', l.name) as lot, jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name) as programme
    from trajectories t join enterprises e on e.id = t.enterprise_id join providers p on p.id = t.provider_id join lots l on l.id = t.lot_id
    join programmes o on o.id = t.programme_id where t.id = ${trajectory}`);
}

export interface TrailRow {
  readonly id: string;
  readonly at: string;
  readonly operation: string;
  readonly actor: string;
  readonly seq: number | null;
  readonly hash: string | null;
}

/** The trail of a trajectory with the links of the chain over it; the chain is the system's, so ask with its sight. */
export async function trailOf(db: Db, trajectory: string): Promise<readonly (Kept & TrailRow)[]> {
  const rows = await db.many<{
    row: Kept & TrailRow;
  }>(sql`select to_jsonb(a) || jsonb_build_object('seq', s.seq, 'hash', s.hash,
      'actor', a.actor_kind || coalesce(':' || a.actor_id, '')) as row
    from audit_entries a left join audit_seals s on s.entry_id = a.id where a.trajectory_id = ${trajectory} order by a.id`);
  return rows.map(({ row }) => row);
}
