import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import {
  definePersonalData,
  type Erasure,
  type ErasureBlock,
  type ErasureQuestion,
} from '#platform/server/personalData.ts';
import { hashOf, type SealedDocument } from './store.ts';

definePersonalData('signatures', {
  tables: [
    { table: 'documents', kind: 'documents', atErasure: 'stays', inCase: true },
    {
      table: 'document_confirmations',
      kind: 'documents',
      about: 'person_id',
      tells: ['party', 'means', 'hash', 'at'],
      atErasure: 'stays',
      inCase: true,
    },
  ],
  beforeErasure: maskDocuments,
  blocks: openConfirmations,
});

/**
 * Takes the values of somebody out of what was sealed. The hash of what was sealed stays, so that whoever holds the document
 * can still prove it; what is left gets a hash of its own, so that a later change still shows.
 */
async function maskDocuments(db: Db, { places, pattern, mask, now }: Erasure): Promise<void> {
  const rows =
    await db.many<SealedDocument>(sql`select id, trajectory_id as trajectory, kind, content, hash, made_at as "madeAt" from documents
    where content::text ~* ${pattern} and (enterprise_id = any (${[...places.enterprises]}) or provider_id = any (${[...places.providers]})
      or lot_id = any (${[...places.lots]}) or programme_id = any (${[...places.programmes]}))`);
  for (const document of rows) {
    const content = maskedValue(document.content, mask);
    const hash = hashOf({ ...document, content });
    await db.run(sql`select krachtlijn.mask_document(${document.id}, ${JSON.stringify(content)}, ${hash}, ${now})`);
  }
}

function maskedValue(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((one) => maskedValue(one, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, maskedValue(one, mask)]));
}

/** Links to confirm something that still waits: of a document that is neither sealed nor void. */
async function openConfirmations(db: Db, { person }: ErasureQuestion): Promise<ErasureBlock[]> {
  const rows = await db.many<{ trajectory: string; name: string; kind: SealedDocument['kind'] }>(
    sql`select distinct d.trajectory_id as trajectory, t.enterprise_name as name, d.kind from access_links l join documents d on d.id = l.subject_id join trajectories t on t.id = d.trajectory_id
      where l.person_id = ${person} and l.purpose = 'confirm' and l.used_at is null and l.expires_at > now() and d.sealed_at is null and d.void_at is null
        and t.state not in ('completed', 'stopped')
        and not exists (select 1 from document_confirmations c where c.document_id = d.id and c.person_id = ${person})`,
  );
  return rows.map(({ trajectory, name, kind }) => ({
    textKey: 'privacy:block.waitsForYes',
    parameters: { enterprise: name, document: kind },
    link: `/trajectories/${trajectory}/${kind === 'action_plan' ? 'action-plan' : 'agreement'}`,
  }));
}
