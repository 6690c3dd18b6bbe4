import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { openForPerson, sealForPerson } from '#platform/server/people.ts';

/** Whose draft it is, of which form, about which trajectory: each writer has one of their own. */
export interface DraftPlace {
  readonly person: string;
  readonly form: 'trajectories.plan' | 'trajectories.actionPlan';
  readonly trajectory: string;
}

/** Keeps what somebody is typing, sealed under their own key. */
export async function keepDraft(
  db: Db,
  { person, form, trajectory }: DraftPlace,
  draft: object,
  at: Date,
): Promise<void> {
  const content = await sealForPerson(db, person, draft);
  await db.run(sql`insert into drafts (person_id, form, subject_id, content, saved_at) values (${person}, ${form}, ${trajectory}, ${content}, ${at})
    on conflict (person_id, form, subject_id) do update set content = excluded.content, saved_at = excluded.saved_at`);
}

export async function readDraft<Draft>(
  db: Db,
  { person, form, trajectory }: DraftPlace,
): Promise<(Draft & { readonly savedAt: Date }) | undefined> {
  const row = await db.maybe<{ content: Buffer; savedAt: Date }>(
    sql`select content, saved_at as "savedAt" from drafts where person_id = ${person} and form = ${form} and subject_id = ${trajectory}`,
  );
  return row && { ...(await openForPerson<Draft>(db, person, row.content)), savedAt: row.savedAt };
}

export async function dropDraft(db: Db, { person, form, trajectory }: DraftPlace): Promise<void> {
  await db.run(sql`delete from drafts where person_id = ${person} and form = ${form} and subject_id = ${trajectory}`);
}
