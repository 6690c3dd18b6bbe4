import sql, { empty, type Sql } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';

export type FileState = 'waiting' | 'clean' | 'unscanned' | 'infected' | 'removed';

export interface FileRow {
  readonly id: string;
  readonly entry: string;
  readonly by: string;
  readonly officeOnly: boolean;
  /** Sealed under the key of who added it; null once it is gone. */
  readonly name: Buffer | null;
  readonly mediaType: string;
  readonly size: number;
  readonly file: string | null;
  readonly state: FileState;
  readonly found: string | null;
  readonly addedAt: Date;
  readonly removedAt: Date | null;
  /** Since when something that is frozen names it: it is not removed any more. */
  readonly keptAt: Date | null;
}

const columns = sql`a.id, a.entry_id as entry, a.by_person as by, a.office_only as "officeOnly", a.name, a.media_type as "mediaType", a.size,
  a.file_id as file, a.state, a.found, a.added_at as "addedAt", a.removed_at as "removedAt", a.kept_at as "keptAt"`;
const unless = (officeToo: boolean): Sql => (officeToo ? empty : sql`and not a.office_only`);

/** The files of an enterprise, the newest first. */
export function filesOf(
  db: Db,
  enterprise: string,
  { officeToo, after, limit }: { officeToo: boolean; after?: { value: string; id: string } | undefined; limit: number },
): Promise<FileRow[]> {
  return db.many(sql`select ${columns} from attachments a where a.enterprise_id = ${enterprise} ${unless(officeToo)}
    ${after ? sql`and (a.added_at, a.id) < (${after.value}::timestamptz, ${after.id}::uuid)` : empty}
    order by a.added_at desc, a.id desc limit ${limit}`);
}

/** The files that these lines of the timeline stand for. */
export function filesBeside(db: Db, entries: readonly string[], officeToo: boolean): Promise<FileRow[]> {
  if (entries.length === 0) return Promise.resolve([]);
  return db.many(
    sql`select ${columns} from attachments a where a.entry_id = any (${[...entries]}::uuid[]) ${unless(officeToo)}`,
  );
}

export function findFile(
  db: Db,
  enterprise: string,
  attachment: string,
  officeToo: boolean,
): Promise<FileRow | undefined> {
  return db.maybe(
    sql`select ${columns} from attachments a where a.id = ${attachment} and a.enterprise_id = ${enterprise} ${unless(officeToo)}`,
  );
}

export type NewFile = Pick<FileRow, 'entry' | 'by' | 'officeOnly' | 'mediaType' | 'size'> & {
  readonly name: Buffer;
  readonly sha256: string;
  readonly file: string;
  readonly at: Date;
};

export async function addFileRow(db: Db, file: NewFile): Promise<string> {
  const id = newId();
  await db.run(sql`insert into attachments (id, entry_id, by_person, office_only, name, media_type, size, sha256, file_id, added_at)
    values (${id}, ${file.entry}, ${file.by}, ${file.officeOnly}, ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${file.file}, ${file.at})`);
  return id;
}

/** Files that nothing was said of yet since before a moment, the oldest first. Needs the system's sight. */
export async function filesWaiting(db: Db, before: Date): Promise<string[]> {
  const rows = await db.many<{ id: string }>(
    sql`select id from attachments where state = 'waiting' and added_at < ${before} order by added_at limit 100`,
  );
  return rows.map(({ id }) => id);
}

/** The bytes of a file that waits to be scanned. Needs the system's sight. */
export function bytesToScan(db: Db, attachment: string): Promise<{ file: string; bytes: Buffer } | undefined> {
  return db.maybe(sql`select f.id as file, f.bytes from attachments a join files f on f.id = a.file_id
    where a.id = ${attachment} and a.state = 'waiting'`);
}

export interface FileWithWords extends Pick<FileRow, 'id' | 'mediaType' | 'addedAt'> {
  readonly enterprise: string;
  /** Of the enterprise. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Files of these kinds that enterprises still have, by id, with their bytes. Needs the system's sight. */
export function filesWithWords(
  db: Db,
  enterprises: readonly string[],
  { mediaTypes, after, limit }: { mediaTypes: readonly string[]; after: string | undefined; limit: number },
): Promise<FileWithWords[]> {
  return db.many(sql`select a.id, a.enterprise_id as enterprise, e.name, a.media_type as "mediaType", a.added_at as "addedAt", f.bytes
    from attachments a join enterprises e on e.id = a.enterprise_id join files f on f.id = a.file_id
    where a.enterprise_id = any (${[...enterprises]}::uuid[]) and a.media_type = any (${[...mediaTypes]}::text[]) and a.state <> 'removed'
      ${after ? sql`and a.id > ${after}` : empty} order by a.id limit ${limit}`);
}

/** Keeps what the scanner said, unless somebody removed the file meanwhile. */
export async function keepVerdict(
  db: Db,
  attachment: string,
  verdict: { state: 'clean' | 'unscanned' | 'infected'; found: string | null; at: Date },
): Promise<boolean> {
  return (
    (await db.run(sql`update attachments set state = ${verdict.state}, found = ${verdict.found}, scanned_at = ${verdict.at}
      where id = ${attachment} and state = 'waiting'`)) === 1
  );
}

/** The bytes go; that something stood there stays. */
export async function dropBytes(db: Db, file: string): Promise<void> {
  await db.run(sql`delete from files where id = ${file}`);
}

export async function markRemoved(db: Db, attachment: string, at: Date): Promise<boolean> {
  return (
    (await db.run(sql`update attachments set state = 'removed', name = null, removed_at = ${at}
      where id = ${attachment} and state <> 'removed'`)) === 1
  );
}

/** From now on these files are not removed: something that is frozen names them. */
export async function keepForGood(db: Db, attachments: readonly string[], at: Date): Promise<void> {
  if (attachments.length === 0) return;
  await db.run(
    sql`update attachments set kept_at = ${at} where id = any (${[...attachments]}::uuid[]) and kept_at is null`,
  );
}

/** Sealed names of files, each with whose key opens it, and if asked what is in them: of those that may be read. */
export function namesOf(
  db: Db,
  attachments: readonly string[],
  withBytes: boolean,
): Promise<{ id: string; by: string; name: Buffer | null; bytes: Buffer | null }[]> {
  return db.many(
    sql`select a.id, a.by_person as by, a.name, case when ${withBytes} and a.state in ('clean', 'unscanned') then f.bytes end as bytes
      from attachments a left join files f on f.id = a.file_id where a.id = any (${[...attachments]}::uuid[])`,
  );
}
