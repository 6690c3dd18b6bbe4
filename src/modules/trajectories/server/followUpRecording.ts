import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { InvalidInput } from '#platform/server/errors.ts';
import { closeTask, openTask } from '#platform/server/registries.ts';
import { dayInBrussels, type PlainDate } from '#shared/dates.ts';
import { readableParameters } from '#shared/dayText.ts';
import { blocking } from '../rules/findings.ts';
import { checkFollowUp, type FollowUpMoment, type FollowUpRecord } from '../rules/followUps.ts';
import { readActionPlanRow } from './actionPlanStore.ts';
import { readActionPlanDocument, type ActionPlanDocumentRow } from './actionPlanWords.ts';
import { followUpLink } from './followUpPlanning.ts';
import type { TrajectoryHandle } from './handle.ts';
import { placeOf } from './place.ts';

/** What a follow-up asks about when no plan was sealed: nothing. */
export const noPlan = { practices: [], next: [] } as const;

export async function readSealed(db: Db, trajectory: string): Promise<ActionPlanDocumentRow | undefined> {
  const row = await readActionPlanRow(db, trajectory);
  return row?.state === 'sealed' && row.document !== null
    ? readActionPlanDocument(db, trajectory, row.document)
    : undefined;
}

/** @throws InvalidInput beside the fields, in the reader's language, for what is missing or impossible. */
export async function examine(
  db: Db,
  actor: Actor,
  trajectory: string,
  record: FollowUpRecord & { readonly on: PlainDate },
  { due }: FollowUpMoment,
  today: PlainDate,
): Promise<void> {
  const sealed = await readSealed(db, trajectory);
  const sealedOn = sealed?.sealedAt ? dayInBrussels(sealed.sealedAt) : due;
  const found = blocking(checkFollowUp(record, { today, due, sealedOn, plan: sealed?.content.actionPlan ?? noPlan }));
  if (found.length > 0)
    throw new InvalidInput(
      found.map(({ path, key, params }) => ({
        path,
        textKey: `trajectories:${key}`,
        parameters: readableParameters(params, actor.locale),
      })),
    );
}

/** A wish for help waits for the fund; without one nothing waits any more. */
export async function askForHelp(
  db: Db,
  trajectory: TrajectoryHandle,
  moment: FollowUpMoment & { readonly id: string },
  help: FollowUpRecord['help'],
): Promise<void> {
  const kind = 'trajectories.helpWanted';
  if (help === '' || help === 'none') return closeTask(db, kind, moment.id);
  await openTask(db, placeOf(trajectory), {
    kind,
    subject: moment.id,
    roles: ['provider_member', 'consultant'],
    textKey: 'trajectories:followUp.helpTask',
    parameters: { help, months: moment.months },
    link: followUpLink(trajectory.id),
  });
}
