import sql from 'sql-template-tag';
import { newId } from './ids.ts';
import type { Db } from './database/pool.ts';
import type { Place } from './registries.ts';
import { sha256 } from './sealing.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** Keeps a file beside the case it belongs to. The bytes are in the database today; only this file knows. */
export async function keepFile(
  db: Db,
  place: Place,
  file: { name: string; mediaType: string; bytes: Uint8Array },
): Promise<string> {
  const id = newId();
  await db.run(sql`insert into files (id, programme_id, lot_id, provider_id, enterprise_id, trajectory_id, name, media_type, sha256, bytes)
    values (${id}, ${place.programme}, ${place.lot ?? null}, ${place.provider ?? null}, ${place.enterprise ?? null}, ${place.trajectory ?? null},
      ${file.name}, ${file.mediaType}, ${sha256(file.bytes)}, ${Buffer.from(file.bytes)})`);
  return id;
}

export async function fetchFile(db: Db, id: string): Promise<StoredFile | undefined> {
  return db.maybe<StoredFile>(
    sql`select id, name, media_type as "mediaType", sha256, bytes from files where id = ${id}`,
  );
}
