import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Download } from '#platform/server/door.ts';
import { notFound } from '#platform/server/errors.ts';
import { query } from '#platform/server/operation.ts';
import { textFor } from '#platform/text/index.ts';
import { renderPlanOfApproach } from '../documents/planOfApproach.ts';
import { TrajectoryInput } from '../inputs.ts';
import { texts } from '../text/index.ts';
import { trajectoryHandle, type TrajectoryHandle } from './handle.ts';
import { planDocument } from './planDocument.ts';

/** The plan as tagged PDF in the enterprise's language, in whatever state it is: the state is printed on it. */
export const printPlan = query({
  name: 'trajectories.printPlan',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor }): Promise<Download> {
    const printed = await printedPlan(db, trajectory, actor);
    if (!printed) throw notFound();
    return printed;
  },
});

/** The plan as a file; undefined while there is none. */
export async function printedPlan(db: Db, trajectory: TrajectoryHandle, actor: Actor): Promise<Download | undefined> {
  const locale = trajectory.enterpriseLocale;
  const document = await planDocument(db, trajectory, actor);
  if (!document) return undefined;
  const name = `${textFor(texts, locale)('plan.title')} ${trajectory.enterpriseName}.pdf`;
  return { name, mediaType: 'application/pdf', bytes: await renderPlanOfApproach(document, locale) };
}
