import sql from 'sql-template-tag';
import { nextSteps, publishedScan, publishedSteps, stepSizeOf } from '#modules/maturity/index.ts';
import { scansOfEnterprise } from '#modules/maturity/index.server.ts';
import { readProgramme } from '#modules/programmes/index.server.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Intake } from '../rules/intake.ts';
import type { KnownFacts } from '../rules/prefillPlan.ts';
import type { TrajectoryHandle } from './handle.ts';

/**
 * What is known of an enterprise before its plan begins: nothing of it is asked again. Texts come in the language of the
 * enterprise, in which its plan is written.
 */
export async function readKnownFacts(db: Db, trajectory: TrajectoryHandle): Promise<KnownFacts> {
  return {
    intake: await readIntakeFacts(db, trajectory),
    scan: await readScanFacts(db, trajectory),
    programme: { rateCents: (await readProgramme(db, trajectory.programme))?.definition.pricePerHourCents ?? null },
  };
}

async function readIntakeFacts(db: Db, trajectory: TrajectoryHandle): Promise<KnownFacts['intake']> {
  const row = await db.maybe<{ content: Intake }>(
    sql`select content from intakes where trajectory_id = ${trajectory.id}`,
  );
  if (!row) return null;
  const { on, question, themes, expectation } = row.content;
  return { on: on ?? trajectory.startedOn, question, themes, expectation };
}

/** The next steps that the enterprise's last scan suggests, sized to it; a step speaks of no theme of the code book. */
async function readScanFacts(db: Db, trajectory: TrajectoryHandle): Promise<KnownFacts['scan']> {
  const scan = (await scansOfEnterprise(db, trajectory.enterprise)).at(-1);
  const published = scan && publishedScan(scan.questionnaireVersion);
  if (!scan || !published) return null;
  const size = stepSizeOf({ band: scan.band, ...(scan.workers === null ? {} : { exact: scan.workers }) });
  const { picked } = nextSteps(published.model, publishedSteps, scan.result, size);
  return {
    on: scan.finishedOn,
    nextSteps: picked.map(({ step }) => ({ theme: null, title: step.title[trajectory.enterpriseLocale] })),
  };
}
