import sql from 'sql-template-tag';
import { newId } from './ids.ts';
import { canonicalJson } from '#shared/canonicalJson.ts';
import type { Db } from './database/pool.ts';
import { saltedHash, sha256 } from './sealing.ts';

/** What a command says of itself for the trail: ids, field names and codes; never a personal value, never an answer. */
export interface AuditNote {
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly fields?: readonly string[];
  /** Codes, states and figures that make the line readable. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** The input holds what could be guessed from a hash (a password, a code): nothing of it enters the trail. */
  readonly hashesInput?: false;
  /** Where a new thing belongs, when the operation is about no existing one. */
  readonly within?: {
    readonly programme?: string;
    readonly lot?: string;
    readonly provider?: string;
    readonly enterprise?: string;
    readonly trajectory?: string;
  };
}

export interface AuditLine extends AuditNote {
  readonly at: Date;
  readonly operation: string;
  readonly actor: { readonly kind: 'person' | 'visitor' | 'link' | 'system'; readonly id?: string };
  readonly input: unknown;
  readonly within: { programme?: string; lot?: string; provider?: string; enterprise?: string; trajectory?: string };
}

export async function writeAudit(db: Db, line: AuditLine): Promise<void> {
  const { within } = line;
  await db.run(sql`insert into audit_entries (id, at, operation, actor_kind, actor_id, subject_kind, subject_id, programme_id, lot_id, provider_id, enterprise_id, trajectory_id, fields, details, digest)
    values (${newId()}, ${line.at}, ${line.operation}, ${line.actor.kind}, ${line.actor.id ?? null}, ${line.subject?.kind ?? null}, ${line.subject?.id ?? null},
      ${within.programme ?? null}, ${within.lot ?? null}, ${within.provider ?? null}, ${within.enterprise ?? null}, ${within.trajectory ?? null},
      ${[...(line.fields ?? [])]}, ${JSON.stringify(line.details ?? {})}, ${saltedHash(JSON.stringify(line.input ?? null))})`);
}

interface EntryRow {
  id: string;
  content: Record<string, unknown>;
}

/** What a seal covers: the whole entry as PostgreSQL gives it, times in UTC, in one fixed order. */
const entryContent = sql`jsonb_build_object('id', e.id, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'operation', e.operation,
  'actor', jsonb_build_array(e.actor_kind, e.actor_id), 'subject', jsonb_build_array(e.subject_kind, e.subject_id),
  'within', jsonb_build_array(e.programme_id, e.lot_id, e.provider_id, e.enterprise_id, e.trajectory_id),
  'fields', to_jsonb(e.fields), 'details', e.details, 'digest', e.digest)`;

const genesis = '0'.repeat(64);

function link(previous: string, content: unknown): string {
  return sha256(`${previous}\n${canonicalJson(content)}`);
}

/** Adds the unsealed entries to the chain, oldest first. Needs the system's scope; one sealer at a time. */
export async function sealAudit(db: Db, atMost = 5000): Promise<number> {
  const free = await db.one<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(7261905) as got`);
  if (!free.got) return 0;
  const last = await db.maybe<{ seq: number; hash: string }>(
    sql`select seq, hash from audit_seals order by seq desc limit 1`,
  );
  const rows = await db.many<EntryRow>(sql`select e.id, ${entryContent} as content from audit_entries e
    where not exists (select 1 from audit_seals s where s.entry_id = e.id) order by e.id limit ${atMost}`);
  let previous = last?.hash ?? genesis;
  let seq = last?.seq ?? 0;
  const seals = rows.map((row) => ({ seq: ++seq, entry_id: row.id, hash: (previous = link(previous, row.content)) }));
  if (seals.length > 0) {
    await db.run(sql`insert into audit_seals (seq, entry_id, hash)
      select seq, entry_id, hash from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) as s(seq bigint, entry_id uuid, hash text)`);
  }
  return seals.length;
}

export interface ChainReport {
  readonly sealed: number;
  readonly unsealed: number;
  /** The first link that does not fit, if any. */
  readonly broken?: { readonly seq: number; readonly entry: string };
}

/** Computes the whole chain anew and compares. Needs the system's scope. */
export async function verifyAudit(db: Db): Promise<ChainReport> {
  const { unsealed } = await db.one<{ unsealed: number }>(
    sql`select count(*)::int as unsealed from audit_entries e where not exists (select 1 from audit_seals s where s.entry_id = e.id)`,
  );
  let previous = genesis;
  let after = 0;
  for (;;) {
    const rows = await db.many<
      EntryRow & { seq: number; hash: string }
    >(sql`select s.seq, s.hash, s.entry_id as id, ${entryContent} as content
      from audit_seals s left join audit_entries e on e.id = s.entry_id where s.seq > ${after} order by s.seq limit 2000`);
    for (const row of rows) {
      previous = link(previous, row.content);
      if (row.seq !== after + 1 || row.hash !== previous)
        return { sealed: after, unsealed, broken: { seq: row.seq, entry: row.id } };
      after = row.seq;
    }
    if (rows.length === 0) return { sealed: after, unsealed };
  }
}
