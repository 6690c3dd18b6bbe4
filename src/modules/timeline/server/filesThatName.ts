import type { Db } from '#platform/server/database/pool.ts';
import type { ErasureBlock, ErasureQuestion } from '#platform/server/personalData.ts';
import { dayInBrussels } from '#shared/dates.ts';
import { bytesOf, filesIn } from './fileStore.ts';
import { wordsInFile } from './wordsInFile.ts';

/**
 * Files in which somebody can be found by name, address or number. Nobody changes a file that somebody added, so these stand in
 * the way of erasing until they are removed. One file at a time is in memory. Needs the system's sight.
 */
export async function filesThatName(db: Db, { places, mask }: ErasureQuestion): Promise<ErasureBlock[]> {
  const blocks: ErasureBlock[] = [];
  for (const { id, file, enterprise, name, mediaType, addedAt } of await filesIn(db, places.enterprises)) {
    const words = wordsInFile(mediaType, await bytesOf(db, file));
    if (words === null || mask(words) === words) continue;
    blocks.push({
      textKey: 'privacy:block.namedInFile',
      parameters: { enterprise: name, day: dayInBrussels(addedAt) },
      link: `/enterprises/${enterprise}/attachments/${id}`,
    });
  }
  return blocks;
}
