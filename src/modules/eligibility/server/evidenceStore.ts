import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { EvidenceFile, EvidenceKind } from '../rules/provenance.ts';

export interface EvidenceRow extends EvidenceFile {
  readonly id: string;
  readonly state: 'waiting' | 'clean' | 'unscanned' | 'infected' | 'removed';
}

/** The files that lie beside the next decision, the first one first; what is gone or was refused is no evidence. */
export const readEvidenceRows = (db: Db, trajectory: string): Promise<EvidenceRow[]> =>
  db.many(sql`select v.id, v.attachment_id as attachment, v.kind, a.sha256, a.media_type as "mediaType", a.size, a.state
    from eligibility_evidence v join attachments a on a.id = v.attachment_id
    where v.trajectory_id = ${trajectory} and v.taken_off_at is null and a.state not in ('infected', 'removed') order by v.added_at, v.id`);

export async function addEvidenceRow(
  db: Db,
  evidence: { trajectory: string; attachment: string; kind: EvidenceKind; by: string; at: Date },
): Promise<string> {
  const id = newId();
  await db.run(sql`insert into eligibility_evidence (id, trajectory_id, attachment_id, kind, added_by, added_at)
    values (${id}, ${evidence.trajectory}, ${evidence.attachment}, ${evidence.kind}, ${evidence.by}, ${evidence.at})`);
  return id;
}

/** Gives how many were taken off by it. */
export const takeOffRow = (db: Db, trajectory: string, evidence: string, at: Date): Promise<number> =>
  db.run(
    sql`update eligibility_evidence set taken_off_at = ${at} where id = ${evidence} and trajectory_id = ${trajectory} and taken_off_at is null`,
  );
