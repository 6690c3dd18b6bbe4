import { fileTypeFromBuffer } from 'file-type';
import type { Db } from '#platform/server/database/pool.ts';
import { invalid } from '#platform/server/errors.ts';
import { keepFile } from '#platform/server/files.ts';
import { newId } from '#platform/server/ids.ts';
import type { Effects } from '#platform/server/operation.ts';
import { openForPerson, readPeople, sealForPerson } from '#platform/server/people.ts';
import { addTimelineEntry, type Place } from '#platform/server/registries.ts';
import { sha256 } from '#platform/server/sealing.ts';
import type { PlainDate } from '#shared/dates.ts';
import { baseName, isPlainText, largestFile, recognise } from '../rules/fileKinds.ts';
import { addFileRow, namesOf } from './fileStore.ts';

/** A file that somebody sends to keep with an enterprise. */
export interface FileToKeep {
  readonly place: Place & { readonly enterprise: string };
  readonly file: { readonly name: string; readonly content: string };
  readonly by: string;
  readonly officeOnly: boolean;
  readonly now: Date;
  readonly today: PlainDate;
}

export interface KeptFile {
  readonly attachment: string;
  /** The line of the timeline that stands for it. */
  readonly entry: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/**
 * Keeps a file with a line of its own on the timeline, and has it scanned; nobody gets it before that. Its kind is told by
 * its content.
 * @throws InvalidInput beside the field `file`
 */
export async function keepAttachment(
  db: Db,
  effects: Pick<Effects, 'job'>,
  { place, file, by, officeOnly, now, today }: FileToKeep,
): Promise<KeptFile> {
  const bytes = Buffer.from(file.content, 'base64');
  if (bytes.length === 0) throw invalid('file', 'timeline:error.noFile');
  if (bytes.length > largestFile) throw invalid('file', 'timeline:error.fileSize');
  const name = baseName(file.name);
  const content = await fileTypeFromBuffer(bytes);
  const found = recognise(name, content?.ext, isPlainText(bytes));
  if (!found.ok) throw invalid('file', `timeline:error.file.${found.why}`);

  const entry = newId();
  await addTimelineEntry(db, place, {
    id: entry,
    kind: 'timeline.file',
    day: today,
    textKey: 'timeline:entry.file',
    parameters: { byPerson: by },
    link: `/enterprises/${place.enterprise}/comments/${entry}`,
    officeOnly,
  });
  const kept = { mediaType: found.mediaType, size: bytes.length, sha256: sha256(bytes) };
  const stored = await keepFile(db, place, { name: 'attachment', mediaType: found.mediaType, bytes });
  const sealed = await sealForPerson(db, by, name);
  const attachment = await addFileRow(db, { entry, by, officeOnly, name: sealed, file: stored, at: now, ...kept });
  await effects.job('timeline.scanFile', { attachment });
  return { attachment, entry, ...kept };
}

export interface NamedFile {
  readonly id: string;
  readonly name: string;
  /** Null when they are gone: refused by the scanner, or removed. Only when they were asked for. */
  readonly bytes: Buffer | null;
}

/** Files by their id, with their names opened and, if asked, what is in them. A file whose name is gone is called by its id. */
export async function namedFiles(
  db: Db,
  attachments: readonly string[],
  { bytes = false }: { bytes?: boolean } = {},
): Promise<readonly NamedFile[]> {
  if (attachments.length === 0) return [];
  const rows = await namesOf(db, attachments, bytes);
  const people = await readPeople(
    db,
    rows.map(({ by }) => by),
  );
  const named: NamedFile[] = [];
  for (const row of rows) {
    const person = people.get(row.by);
    const known = row.name !== null && person !== undefined && !person.erased;
    named.push({
      id: row.id,
      name: known ? await openForPerson<string>(db, row.by, row.name!) : row.id,
      bytes: row.bytes,
    });
  }
  return named;
}
