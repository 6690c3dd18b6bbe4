import sql from 'sql-template-tag';
import type { Localised } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { ActionPlan } from '../rules/actionPlan.ts';
import type { ActionPlanState } from '../rules/states.ts';

export interface ActionPlanRow {
  readonly state: Exclude<ActionPlanState, 'none'>;
  readonly content: ActionPlan;
  readonly version: number;
  /** The document before both sides; null while there is none that counts. */
  readonly document: string | null;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

export function readActionPlanRow(db: Db, trajectory: string): Promise<ActionPlanRow | undefined> {
  return db.maybe(sql`select state, content, version, document_id as document, changed_by as "changedBy", changed_at as "changedAt"
    from action_plans where trajectory_id = ${trajectory}`);
}

interface Change {
  readonly content: ActionPlan;
  readonly by: string;
  readonly at: Date;
}

/** The first save: keeps how the plan opened as version 0, beside it what was made of it as version 1. */
export async function addActionPlan(db: Db, trajectory: string, opened: ActionPlan, change: Change): Promise<void> {
  // Two first writers at once: the database refuses the second, whose command then runs again and merges.
  await db.run(sql`insert into action_plans (trajectory_id, content, version, changed_by, changed_at)
    values (${trajectory}, ${JSON.stringify(change.content)}, 1, ${change.by}, ${change.at}) on conflict (trajectory_id) do nothing`);
  await addVersion(db, trajectory, 0, { ...change, content: opened });
  await addVersion(db, trajectory, 1, change);
}

/** The next version, as a draft: a document that was before both sides no longer says what the plan says. */
export async function changeActionPlan(db: Db, trajectory: string, version: number, change: Change): Promise<number> {
  await db.run(sql`update action_plans set content = ${JSON.stringify(change.content)}, version = ${version + 1}, state = 'draft', document_id = null,
      changed_by = ${change.by}, changed_at = ${change.at}
    where trajectory_id = ${trajectory} and version = ${version} and state <> 'sealed'`);
  await addVersion(db, trajectory, version + 1, change);
  return version + 1;
}

function addVersion(db: Db, trajectory: string, version: number, { content, by, at }: Change): Promise<number> {
  return db.run(sql`insert into action_plan_versions (trajectory_id, version, content, changed_by, changed_at)
    values (${trajectory}, ${version}, ${JSON.stringify(content)}, ${by}, ${at})`);
}

export async function readActionPlanVersion(
  db: Db,
  trajectory: string,
  version: number,
): Promise<ActionPlan | undefined> {
  const row = await db.maybe<{ content: ActionPlan }>(
    sql`select content from action_plan_versions where trajectory_id = ${trajectory} and version = ${version}`,
  );
  return row?.content;
}

export async function putBeforeBothSides(db: Db, trajectory: string, document: string): Promise<void> {
  await db.run(
    sql`update action_plans set state = 'to_confirm', document_id = ${document} where trajectory_id = ${trajectory} and state <> 'sealed'`,
  );
}

export async function takeBackToDraft(db: Db, trajectory: string): Promise<void> {
  await db.run(
    sql`update action_plans set state = 'draft', document_id = null where trajectory_id = ${trajectory} and state = 'to_confirm'`,
  );
}

/**
 * Touches the plan that is being confirmed. Two sides that confirm at the same moment would otherwise each see only their
 * own yes and neither would seal: now the second meets the first here, runs again and sees both.
 */
export async function claimForConfirming(db: Db, trajectory: string, document: string): Promise<void> {
  await db.run(
    sql`update action_plans set document_id = document_id where trajectory_id = ${trajectory} and document_id = ${document}`,
  );
}

export async function markSealed(db: Db, trajectory: string, now: Date): Promise<void> {
  await db.run(
    sql`update action_plans set state = 'sealed', sealed_at = ${now} where trajectory_id = ${trajectory} and state = 'to_confirm'`,
  );
}

export interface ObjectionRow {
  readonly document: string;
  readonly person: string;
  readonly words: string;
  readonly at: Date;
}

export async function addObjection(
  db: Db,
  trajectory: string,
  objection: ObjectionRow & { readonly means: 'link' | 'signed_in' },
): Promise<void> {
  await db.run(sql`insert into action_plan_objections (id, trajectory_id, document_id, person_id, means, words, at)
    values (${newId()}, ${trajectory}, ${objection.document}, ${objection.person}, ${objection.means}, ${objection.words}, ${objection.at})`);
}

/** What was objected to, newest first. */
export function listObjections(db: Db, trajectory: string): Promise<ObjectionRow[]> {
  return db.many(sql`select document_id as document, person_id as person, words, at from action_plan_objections
    where trajectory_id = ${trajectory} order by at desc, id desc limit 20`);
}

/** The document that was last put before both sides, whether it counts or not. */
export async function lastDocumentId(db: Db, trajectory: string): Promise<string | undefined> {
  const row = await db.maybe<{ id: string }>(sql`select id from documents
    where trajectory_id = ${trajectory} and kind = 'action_plan' order by made_at desc, id desc limit 1`);
  return row?.id;
}

/** Who stands in an action plan besides its words; the enterprise's number is not in sight through a link. */
export function readActionPlanParties(
  db: Db,
  trajectory: string,
): Promise<{ number: string; provider: string; programme: Localised; followUpMonths: readonly number[] | null }> {
  return db.one(sql`select e.number, p.name as provider, g.name as programme, g.definition -> 'followUpMonths' as "followUpMonths"
    from trajectories t join enterprises e on e.id = t.enterprise_id join providers p on p.id = t.provider_id join programmes g on g.id = t.programme_id
    where t.id = ${trajectory}`);
}

/** People who can confirm for the enterprise: its main contacts and who leads it, guides never. Needs sight of its roles. */
export async function readEnterpriseReceivers(
  db: Db,
  { enterprise, trajectory }: { enterprise: string; trajectory: string },
): Promise<string[]> {
  const rows = await db.many<{
    person: string;
  }>(sql`select person from (select person_id as person from enterprise_people c where enterprise_id = ${enterprise}
      and (main or not exists (select 1 from enterprise_people m where m.enterprise_id = c.enterprise_id and m.main))
    union select person_id from grants where role = 'enterprise_lead' and withdrawn_at is null and scope_id in (${enterprise}, ${trajectory})) people
    where not exists (select 1 from trajectory_guides g where g.trajectory_id = ${trajectory} and g.person_id = person and g.until is null) limit 20`);
  return rows.map(({ person }) => person);
}

/** Who guides now, the first one first. */
export async function readGuideIds(db: Db, trajectory: string): Promise<string[]> {
  const rows = await db.many<{ person: string }>(
    sql`select person_id as person from trajectory_guides where trajectory_id = ${trajectory} and until is null order by since, id`,
  );
  return rows.map(({ person }) => person);
}
