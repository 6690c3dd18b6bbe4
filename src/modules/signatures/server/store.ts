import sql from 'sql-template-tag';
import { canonicalJson } from '#shared/canonicalJson.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Localised } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { sha256 } from '#platform/server/sealing.ts';
import { checkCodeOf } from '../rules/checkCode.ts';
import type { Confirmation, Party } from '../rules/confirmations.ts';

export type DocumentKind = 'participation_agreement' | 'action_plan' | 'aid_declaration';

export interface SealedDocument<Content = unknown> {
  readonly id: string;
  readonly trajectory: string;
  readonly kind: DocumentKind;
  readonly content: Content;
  readonly hash: string;
  readonly checkCode: string;
  readonly madeAt: Date;
  readonly sealedAt: Date | null;
  readonly voidAt: Date | null;
  /** The hash of what is left when the values of an erased person were taken out; `hash` is of what was sealed. */
  readonly maskedHash?: string | null;
}

/**
 * Puts content before both sides, word for word. Its hash covers the canonical JSON of kind, trajectory, moment and content, so the
 * same words for two enterprises are two documents. An earlier document of the kind that was not sealed is void from now on.
 */
export async function makeDocument(
  db: Db,
  trajectory: string,
  kind: DocumentKind,
  content: unknown,
  now: Date,
): Promise<{ id: string; hash: string; checkCode: string }> {
  await db.run(
    sql`update documents set void_at = ${now} where trajectory_id = ${trajectory} and kind = ${kind} and sealed_at is null and void_at is null`,
  );
  const id = newId();
  const hash = hashOf({ trajectory, kind, content, madeAt: now });
  const checkCode = checkCodeOf(hash);
  await db.run(sql`insert into documents (id, trajectory_id, kind, content, hash, check_code, made_at)
    values (${id}, ${trajectory}, ${kind}, ${JSON.stringify(content)}, ${hash}, ${checkCode}, ${now})`);
  return { id, hash, checkCode };
}

/** The hash under which content is sealed. */
export function hashOf(document: Pick<SealedDocument, 'trajectory' | 'kind' | 'content' | 'madeAt'>): string {
  return sha256(
    canonicalJson({
      trajectory: document.trajectory,
      kind: document.kind,
      madeAt: document.madeAt.toISOString(),
      content: document.content,
    }),
  );
}

/** Whether the content still is what was sealed, or what an erasure left of it: computed anew from the row. */
export function isIntact(document: SealedDocument): boolean {
  return hashOf(document) === (document.maskedHash ?? document.hash);
}

export function readDocument<Content>(db: Db, id: string): Promise<SealedDocument<Content> | undefined> {
  return db.maybe(sql`select id, trajectory_id as trajectory, kind, content, hash, check_code as "checkCode", made_at as "madeAt", sealed_at as "sealedAt", void_at as "voidAt", masked_hash as "maskedHash"
    from documents where id = ${id}`);
}

export interface ConfirmationRow extends Confirmation {
  readonly person: string;
  readonly means: 'link' | 'signed_in';
  readonly at: Date;
}

export function readConfirmations(db: Db, document: string): Promise<ConfirmationRow[]> {
  return db.many(
    sql`select party, hash, person_id as person, means, at from document_confirmations where document_id = ${document} order by at`,
  );
}

/** Writes a yes. A second one of the same party changes nothing: the first counts. */
export async function confirmDocument(
  db: Db,
  document: SealedDocument,
  by: { party: Party; person: string; means: 'link' | 'signed_in' },
  now: Date,
): Promise<void> {
  await db.run(sql`insert into document_confirmations (id, trajectory_id, document_id, party, person_id, means, hash, at)
    values (${newId()}, ${document.trajectory}, ${document.id}, ${by.party}, ${by.person}, ${by.means}, ${document.hash}, ${now}) on conflict (document_id, party) do nothing`);
}

export async function sealDocument(db: Db, document: string, now: Date): Promise<void> {
  await db.run(sql`update documents set sealed_at = ${now} where id = ${document} and sealed_at is null`);
}

/** A document that no longer counts, because what it says changed or was refused; one that is sealed stays. */
export async function voidDocument(db: Db, document: string, now: Date): Promise<void> {
  await db.run(
    sql`update documents set void_at = ${now} where id = ${document} and sealed_at is null and void_at is null`,
  );
}

/** Everything of a trajectory that waits for a yes, voided at once: for one that is stopped. */
export async function voidOpenDocuments(db: Db, trajectory: string, now: Date): Promise<number> {
  return db.run(
    sql`update documents set void_at = ${now} where trajectory_id = ${trajectory} and sealed_at is null and void_at is null`,
  );
}

export interface PublicDocument {
  readonly kind: DocumentKind | 'eligibility_decision';
  readonly hash: string;
  readonly madeAt: Date;
  readonly sealedAt: Date | null;
  readonly voidAt: Date | null;
  readonly confirmations: number;
  readonly programme: Localised;
  /** The next three only of a decision on eligibility. */
  readonly outcome: 'eligible' | 'not_eligible' | 'needs_evidence' | null;
  readonly enterpriseNumber: string | null;
  /** Last day on which the decision can be relied on. */
  readonly validUntil: PlainDate | null;
}

export function checkDocument(db: Db, code: string): Promise<PublicDocument | undefined> {
  return db.maybe(
    sql`select kind, hash, made_at as "madeAt", sealed_at as "sealedAt", void_at as "voidAt", confirmations, programme,
      outcome, enterprise_number as "enterpriseNumber", valid_until as "validUntil" from krachtlijn.check_document(${code})`,
  );
}
