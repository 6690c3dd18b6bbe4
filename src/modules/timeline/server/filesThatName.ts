import type { Db } from '#platform/server/database/pool.ts';
import type { ErasureBlock, ErasureQuestion } from '#platform/server/personalData.ts';
import { dayInBrussels } from '#shared/dates.ts';
import { filesWithWords } from './fileStore.ts';
import { typesWithWords, wordsInFile } from './wordsInFile.ts';

/** So many are in memory at once. */
const atOnce = 10;

/**
 * Files in which somebody can be found by name, address or number. Nobody changes a file that somebody added, so these stand in
 * the way of erasing until they are removed. Needs the system's sight.
 */
export async function filesThatName(db: Db, { places, mask }: ErasureQuestion): Promise<ErasureBlock[]> {
  const blocks: ErasureBlock[] = [];
  for (let after: string | undefined, more = true; more;) {
    const files = await filesWithWords(db, places.enterprises, { mediaTypes: typesWithWords, after, limit: atOnce });
    for (const { id, enterprise, name, mediaType, addedAt, bytes } of files) {
      const words = wordsInFile(mediaType, bytes);
      if (words === null || mask(words) === words) continue;
      blocks.push({
        textKey: 'privacy:block.namedInFile',
        parameters: { enterprise: name, day: dayInBrussels(addedAt) },
        link: `/enterprises/${enterprise}/attachments/${id}`,
      });
    }
    after = files.at(-1)?.id;
    more = files.length === atOnce;
  }
  return blocks;
}
