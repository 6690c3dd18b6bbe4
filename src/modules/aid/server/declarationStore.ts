import sql from 'sql-template-tag';
import type { Localised } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';

export interface DeclarationRow {
  readonly id: string;
  readonly trajectory: string;
  readonly state: 'sent' | 'agreed' | 'withdrawn';
  /** Ids of the lines with which it was prefilled. */
  readonly shown: readonly string[];
  readonly contact: string;
  readonly sentAt: Date;
  readonly document: string | null;
  readonly agreedAt: Date | null;
}

const columns = sql`select id, trajectory_id as trajectory, state, shown, contact_id as contact, sent_at as "sentAt", document_id as document, agreed_at as "agreedAt" from aid_declarations`;

export function readDeclaration(db: Db, id: string): Promise<DeclarationRow | undefined> {
  return db.maybe(sql`${columns} where id = ${id}`);
}

/** The declarations of a trajectory that wait or were agreed, the newest first. */
export function listDeclarations(db: Db, trajectory: string): Promise<DeclarationRow[]> {
  return db.many(
    sql`${columns} where trajectory_id = ${trajectory} and state <> 'withdrawn' order by sent_at desc, id desc limit 20`,
  );
}

/** Asks anew: one that still waits is withdrawn. */
export async function addDeclaration(
  db: Db,
  trajectory: string,
  sent: { readonly shown: readonly string[]; readonly contact: string; readonly by: string | null; readonly at: Date },
): Promise<string> {
  await db.run(
    sql`update aid_declarations set state = 'withdrawn' where trajectory_id = ${trajectory} and state = 'sent'`,
  );
  const id = newId();
  await db.run(sql`insert into aid_declarations (id, trajectory_id, shown, contact_id, sent_by, sent_at)
    values (${id}, ${trajectory}, ${[...sent.shown]}::uuid[], ${sent.contact}, ${sent.by}, ${sent.at})`);
  return id;
}

export async function markDeclared(db: Db, id: string, document: string, at: Date): Promise<void> {
  await db.run(
    sql`update aid_declarations set state = 'agreed', document_id = ${document}, agreed_at = ${at} where id = ${id} and state = 'sent'`,
  );
}

/** The parties as the declaration names them. Who holds a link sees only the trajectory, so it needs the system's sight. */
export function readDeclarant(db: Db, trajectory: string): Promise<{ number: string; programme: Localised }> {
  return db.one(sql`select e.number, p.name as programme from trajectories t join enterprises e on e.id = t.enterprise_id join programmes p on p.id = t.programme_id
    where t.id = ${trajectory}`);
}

/** The newest declaration that was agreed on a trajectory: the evidence of what was declared. */
export function readAgreedEvidence(
  db: Db,
  trajectory: string,
): Promise<{ document: string; hash: string; checkCode: string; at: Date } | undefined> {
  return db.maybe(sql`select d.id as document, d.hash, d.check_code as "checkCode", a.agreed_at as at from aid_declarations a join documents d on d.id = a.document_id
    where a.trajectory_id = ${trajectory} and a.state = 'agreed' order by a.agreed_at desc, a.id desc limit 1`);
}
