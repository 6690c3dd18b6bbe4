import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { PlanOfApproach } from '../rules/plan.ts';
import { planTexts } from '../rules/reviewPlan.ts';
import type { PlanRemark } from '../rules/planView.ts';
import type { PlanState } from '../rules/states.ts';
import type { TrajectoryHandle } from './handle.ts';

export interface PlanRow {
  readonly state: Exclude<PlanState, 'none'>;
  readonly content: PlanOfApproach;
  readonly version: number;
  readonly submission: number;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

export function readPlanRow(db: Db, trajectory: string): Promise<PlanRow | undefined> {
  return db.maybe(sql`select state, content, version, submission, changed_by as "changedBy", changed_at as "changedAt"
    from plans where trajectory_id = ${trajectory}`);
}

interface Change {
  readonly content: PlanOfApproach;
  readonly by: string;
  readonly at: Date;
}

/** The first save: keeps the prefilled plan as version 0, beside it what was made of it as version 1. */
export async function addPlan(db: Db, trajectory: string, prefilled: PlanOfApproach, change: Change): Promise<void> {
  // Two first writers at once: the second cannot see the row of the first, is refused by the database and runs again.
  await db.run(sql`insert into plans (trajectory_id, content, version, changed_by, changed_at)
    values (${trajectory}, ${JSON.stringify(change.content)}, 1, ${change.by}, ${change.at}) on conflict (trajectory_id) do nothing`);
  await addVersion(db, trajectory, 0, { ...change, content: prefilled });
  await addVersion(db, trajectory, 1, change);
}

/** The next version. Two at once cannot both take one number: the second is run again and merges. */
export async function changePlan(db: Db, trajectory: string, version: number, change: Change): Promise<number> {
  await db.run(sql`update plans set content = ${JSON.stringify(change.content)}, version = ${version + 1}, changed_by = ${change.by}, changed_at = ${change.at}
    where trajectory_id = ${trajectory} and version = ${version}`);
  await addVersion(db, trajectory, version + 1, change);
  return version + 1;
}

function addVersion(db: Db, trajectory: string, version: number, { content, by, at }: Change): Promise<number> {
  return db.run(sql`insert into plan_versions (trajectory_id, version, content, changed_by, changed_at)
    values (${trajectory}, ${version}, ${JSON.stringify(content)}, ${by}, ${at})`);
}

/** The plan as it was after a change: what a form that was opened then began with. */
export async function readPlanVersion(
  db: Db,
  trajectory: string,
  version: number,
): Promise<PlanOfApproach | undefined> {
  const row = await db.maybe<{ content: PlanOfApproach }>(
    sql`select content from plan_versions where trajectory_id = ${trajectory} and version = ${version}`,
  );
  return row?.content;
}

export async function setPlanState(db: Db, trajectory: string, state: PlanRow['state']): Promise<void> {
  await db.run(sql`update plans set state = ${state} where trajectory_id = ${trajectory}`);
}

export interface SubmissionRow {
  readonly submission: number;
  readonly content: PlanOfApproach;
  readonly by: string;
  readonly at: Date;
  readonly outcome: 'approved' | 'returned' | null;
  readonly remarks: readonly PlanRemark[] | null;
  readonly judgedBy: string | null;
  readonly judgedAt: Date | null;
}

/** Every time that the plan was submitted, newest first, each with its verdict. */
export function listSubmissions(db: Db, trajectory: string): Promise<SubmissionRow[]> {
  return db.many(sql`select s.submission, s.content, s.submitted_by as by, s.submitted_at as at, v.outcome, v.remarks, v.by_person as "judgedBy", v.at as "judgedAt"
    from plan_submissions s left join plan_verdicts v on v.trajectory_id = s.trajectory_id and v.submission = s.submission
    where s.trajectory_id = ${trajectory} order by s.submission desc limit 50`);
}

export async function addSubmission(
  db: Db,
  trajectory: string,
  submission: number,
  { content, by, at }: Change,
): Promise<void> {
  await db.run(sql`insert into plan_submissions (id, trajectory_id, submission, content, submitted_by, submitted_at)
    values (${newId()}, ${trajectory}, ${submission}, ${JSON.stringify(content)}, ${by}, ${at})`);
  await db.run(
    sql`update plans set state = 'submitted', submission = ${submission} where trajectory_id = ${trajectory}`,
  );
}

export async function addVerdict(
  db: Db,
  trajectory: string,
  submission: number,
  verdict: {
    readonly outcome: 'approved' | 'returned';
    readonly remarks: readonly PlanRemark[];
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await db.run(sql`insert into plan_verdicts (id, trajectory_id, submission, outcome, remarks, by_person, at)
    values (${newId()}, ${trajectory}, ${submission}, ${verdict.outcome}, ${JSON.stringify(verdict.remarks)}, ${verdict.by}, ${verdict.at})`);
  await setPlanState(db, trajectory, verdict.outcome);
}

/** Texts of the plans that the same fund changed last, to recognise what was copied; only those in the reader's sight. */
export async function otherPlanTexts(
  db: Db,
  trajectory: TrajectoryHandle,
): Promise<readonly { readonly texts: readonly string[] }[]> {
  const rows = await db.many<{ content: PlanOfApproach }>(sql`select content from plans
    where provider_id = ${trajectory.provider} and trajectory_id <> ${trajectory.id} order by changed_at desc limit 30`);
  return rows.map(({ content }) => ({ texts: planTexts(content) }));
}
