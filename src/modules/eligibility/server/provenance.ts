import { keepForGood } from '#modules/timeline/index.server.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { sourcesOf } from '../rules/bookkeeper.ts';
import type { EligibilityFacts } from '../rules/facts.ts';
import { readGiven } from './bookkeeperStore.ts';
import { readEvidenceRows } from './evidenceStore.ts';

/**
 * Facts with where they come from, as it is known at this moment: the figures of a bookkeeper and the files that lie there
 * as evidence, which are not removed from now on. Without any of these the facts stay as they are.
 */
export async function withProvenance(
  db: Db,
  trajectory: string,
  facts: EligibilityFacts,
  now: Date,
): Promise<EligibilityFacts> {
  const figures = sourcesOf(facts, await readGiven(db, trajectory));
  const files = (await readEvidenceRows(db, trajectory)).map(({ attachment, kind, sha256, mediaType, size }) => ({
    attachment,
    kind,
    sha256,
    mediaType,
    size,
  }));
  await keepForGood(
    db,
    files.map(({ attachment }) => attachment),
    now,
  );
  return figures.length + files.length === 0 ? facts : { ...facts, provenance: { figures, files } };
}
