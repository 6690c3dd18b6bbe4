import { actorId, type Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { openForPerson, readPeople } from '#platform/server/people.ts';
import { previewOf } from '../rules/fileKinds.ts';
import type { FileView } from '../rules/views.ts';
import type { FileRow } from './fileStore.ts';

/** Whether the bytes may be given to anybody. */
export const isOut = ({ state }: Pick<FileRow, 'state'>): boolean => state === 'clean' || state === 'unscanned';

/** Files as one reader sees them. The name of a file goes with who added it. */
export async function shownFiles(
  db: Db,
  rows: readonly FileRow[],
  actor: Actor,
  mayRemoveAny: boolean,
): Promise<FileView[]> {
  if (rows.length === 0) return [];
  const people = await readPeople(
    db,
    rows.map(({ by }) => by),
  );
  const me = actorId(actor);
  const shown: FileView[] = [];
  for (const row of rows) {
    const person = people.get(row.by);
    const known = person !== undefined && !person.erased;
    shown.push({
      id: row.id,
      entry: row.entry,
      name: row.name && known ? await openForPerson<string>(db, row.by, row.name) : null,
      by: known ? person.name : null,
      size: row.size,
      mediaType: row.mediaType,
      preview: isOut(row) ? previewOf(row.mediaType) : null,
      state: row.state,
      found: row.found,
      addedAt: row.addedAt,
      removedAt: row.removedAt,
      officeOnly: row.officeOnly,
      mayRemove: row.state !== 'removed' && !row.keptAt && (row.by === me || mayRemoveAny),
    });
  }
  return shown;
}
