import { keepForGood } from '#modules/timeline/index.server.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { sourcesOf } from '../rules/bookkeeper.ts';
import type { EligibilityFacts } from '../rules/facts.ts';
import { mayReuse, reusedFigures } from '../rules/reuse.ts';
import { readGiven } from './bookkeeperStore.ts';
import { readEvidenceRows } from './evidenceStore.ts';
import { readReusable } from './reuseStore.ts';

/**
 * Facts with where they come from, as it is known at this moment: the figures of a bookkeeper and the files that lie there
 * as evidence, which are not removed from now on; of the `first` decision here also what was taken over from a valid one
 * elsewhere. Without any of these the facts stay as they are.
 */
export async function withProvenance(
  db: Db,
  trajectory: string,
  facts: EligibilityFacts,
  { now, first }: { now: Date; first: boolean },
): Promise<EligibilityFacts> {
  const given = sourcesOf(facts, await readGiven(db, trajectory));
  const earlier = first ? await readReusable(db, trajectory) : undefined;
  const taken = earlier && mayReuse(earlier, facts.date) === 'valid' ? reusedFigures(facts, earlier) : [];
  const told = new Set(given.map(({ year, figure }) => `${year} ${figure}`));
  const figures = [...given, ...taken.filter(({ year, figure }) => !told.has(`${year} ${figure}`))];
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
  if (figures.length + files.length === 0) return facts;
  const reused =
    earlier && taken.length > 0 ? { decision: earlier.id, hash: earlier.hash, on: earlier.facts.date } : undefined;
  return { ...facts, provenance: { figures, files, ...(reused && { reused }) } };
}
