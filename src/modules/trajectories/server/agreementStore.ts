import sql from 'sql-template-tag';
import type { Localised } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { voidOpenDocuments } from '#modules/signatures/index.server.ts';

export interface AgreementRow {
  readonly state: 'sent' | 'agreed' | 'withdrawn';
  readonly document: string;
  readonly contact: string;
  readonly sentAt: Date;
  readonly agreedAt: Date | null;
}

export function readAgreementRow(db: Db, trajectory: string): Promise<AgreementRow | undefined> {
  return db.maybe(
    sql`select state, document_id as document, contact_id as contact, sent_at as "sentAt", agreed_at as "agreedAt" from agreements where trajectory_id = ${trajectory}`,
  );
}

/** Sends anew as long as nobody agreed: the document of an earlier sending no longer counts. */
export async function writeAgreement(
  db: Db,
  trajectory: string,
  sent: { document: string; contact: string; at: Date },
): Promise<void> {
  await db.run(sql`insert into agreements (id, trajectory_id, document_id, contact_id, sent_at) values (${newId()}, ${trajectory}, ${sent.document}, ${sent.contact}, ${sent.at})
    on conflict (trajectory_id) do update set document_id = excluded.document_id, contact_id = excluded.contact_id, sent_at = excluded.sent_at, state = 'sent'
    where agreements.state <> 'agreed'`);
}

/** An agreement that was sent falls away when what it rests on is decided anew; one that was agreed stays. */
export async function withdrawSentAgreement(db: Db, trajectory: string, now: Date): Promise<boolean> {
  const changed = await db.run(
    sql`update agreements set state = 'withdrawn' where trajectory_id = ${trajectory} and state = 'sent'`,
  );
  if (changed > 0) await voidOpenDocuments(db, trajectory, now);
  return changed > 0;
}

export async function markAgreed(db: Db, trajectory: string, now: Date, today: string): Promise<void> {
  await db.run(sql`update agreements set state = 'agreed', agreed_at = ${now} where trajectory_id = ${trajectory}`);
  await db.run(sql`update trajectories set granted_on = ${today} where id = ${trajectory}`);
}

export interface ContactRow {
  readonly person: string;
  readonly capacity: string;
  readonly main: boolean;
}

export function readContacts(db: Db, enterprise: string): Promise<ContactRow[]> {
  return db.many(
    sql`select person_id as person, capacity, main from enterprise_people where enterprise_id = ${enterprise} order by main desc, added_at, id limit 50`,
  );
}

/** Who the parties are and what the aid is worth: the facts that the agreement states. */
export function readParties(
  db: Db,
  trajectory: string,
): Promise<{
  enterpriseNumber: string;
  providerName: string;
  programmeName: Localised;
  priceCents: number;
  regulation: string | null;
}> {
  return db.one(sql`select e.number as "enterpriseNumber", p.name as "providerName", g.name as "programmeName", (g.definition ->> 'pricePerTrajectoryCents')::bigint as "priceCents", g.definition ->> 'aidRegulation' as regulation
    from trajectories t join enterprises e on e.id = t.enterprise_id join providers p on p.id = t.provider_id join programmes g on g.id = t.programme_id where t.id = ${trajectory}`);
}

/** The regulation and the decision that the last eligibility decision named. */
export function readLastDecision(
  db: Db,
  trajectory: string,
): Promise<{ id: string; hash: string; regulation: string | null } | undefined> {
  return db.maybe(
    sql`select id, hash, decision -> 'deMinimis' ->> 'regulation' as regulation from eligibility_decisions where trajectory_id = ${trajectory} order by seq desc limit 1`,
  );
}
