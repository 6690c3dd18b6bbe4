import type { Db } from '#platform/server/database/pool.ts';
import { sourcesOf } from '../rules/bookkeeper.ts';
import type { EligibilityFacts } from '../rules/facts.ts';
import { readGiven } from './bookkeeperStore.ts';

/** Facts with where they come from, as it is known at this moment; without a source they stay as they are. */
export async function withProvenance(db: Db, trajectory: string, facts: EligibilityFacts): Promise<EligibilityFacts> {
  const figures = sourcesOf(facts, await readGiven(db, trajectory));
  return figures.length === 0 ? facts : { ...facts, provenance: { figures, files: [] } };
}
