import { z } from 'zod';
import type { Db } from '#platform/server/database/pool.ts';
import { notFound } from '#platform/server/errors.ts';
import { query } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { id, maybe, version } from '#shared/inputs.ts';
import type { ActionPlan } from '../rules/actionPlan.ts';
import type { PlanOfApproach } from '../rules/plan.ts';
import { chosenVersions, type VersionsView } from '../rules/versionsView.ts';
import { trajectoryHandle } from './handle.ts';
import { listVersions, readVersions, type VersionedTable } from './versionStore.ts';

/** A mangled part of the address is as if it were not there. */
const CompareInput = z.object({
  trajectory: id(),
  from: maybe(version()).catch(undefined),
  to: maybe(version()).catch(undefined),
});

async function compare<Content>(
  db: Db,
  table: VersionedTable,
  asked: z.output<typeof CompareInput>,
): Promise<VersionsView<Content>> {
  const rows = await listVersions(db, table, asked.trajectory);
  const chosen = chosenVersions(
    rows.map(({ version: one }) => one),
    asked,
  );
  if (!chosen) throw notFound();
  const contents = await readVersions<Content>(db, table, asked.trajectory, [chosen.from, chosen.to]);
  const contentOf = (wanted: number) => contents.find((one) => one.version === wanted)!.content;
  const people = await readPeople(
    db,
    rows.flatMap(({ by }) => by ?? []),
  );
  return {
    versions: rows.map((row) => ({
      version: row.version,
      at: row.at,
      // Version 0 is what was known before anybody wrote.
      by: row.version === 0 || row.by === null ? null : (people.get(row.by)?.name ?? '—'),
    })),
    ...chosen,
    before: contentOf(chosen.from),
    after: contentOf(chosen.to),
  };
}

/** Two versions of the plan of approach: without a choice the newest and the one before it. */
export const comparePlan = query({
  name: 'trajectories.comparePlan',
  input: CompareInput,
  on: trajectoryHandle,
  needs: 'trajectory.versions',
  example: (world) => ({ trajectory: world['trajectory']! }),
  run: ({ db, input }): Promise<VersionsView<PlanOfApproach>> => compare(db, 'plan_versions', input),
});

/** The same of the action plan. */
export const compareActionPlan = query({
  name: 'trajectories.compareActionPlan',
  input: CompareInput,
  on: trajectoryHandle,
  needs: 'trajectory.versions',
  example: (world) => ({ trajectory: world['trajectory']! }),
  run: ({ db, input }): Promise<VersionsView<ActionPlan>> => compare(db, 'action_plan_versions', input),
});
