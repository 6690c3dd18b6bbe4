import type { Context, Effects } from '#platform/server/operation.ts';
import { config } from '#platform/server/config.ts';
import { notNow } from '#platform/server/errors.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { settleAid } from '#modules/aid/index.server.ts';
import { confirmDocument, isIntact, readConfirmations, sealDocument } from '#modules/signatures/index.server.ts';
import { standingOf } from '#modules/signatures/index.ts';
import { followUpMonths } from '../rules/actionPlan.ts';
import type { ConfirmingParty } from '../rules/actionPlanView.ts';
import { claimForConfirming, markSealed, readActionPlanParties, readActionPlanRow } from './actionPlanStore.ts';
import { actionPlanLink, nextActionPlanTasks } from './actionPlanTasks.ts';
import type { ActionPlanDocumentRow } from './actionPlanWords.ts';
import { mailEnterprise } from './closingLetters.ts';
import { insist, moveOn } from './facts.ts';
import { planFollowUps } from './followUpPlanning.ts';
import { guidanceGiven } from './guidanceCost.ts';
import type { TrajectoryHandle } from './handle.ts';
import { placeOf } from './place.ts';

type Work = Pick<Context<unknown>, 'db' | 'actor' | 'now' | 'today' | 'beyond'> & { readonly effects: Effects };

interface Yes {
  readonly party: ConfirmingParty;
  readonly person: string;
  readonly means: 'link' | 'signed_in';
}

/**
 * Writes one side's yes to a document, and seals when both have said it. A second yes of the same side changes nothing.
 * @throws Refusal when the document was changed since, or its words are not what was hashed.
 */
export async function sayYes(
  work: Work,
  trajectory: TrajectoryHandle,
  document: ActionPlanDocumentRow,
  yes: Yes,
): Promise<{ readonly sealed: boolean; readonly already: boolean }> {
  const { db, now, today } = work;
  const before = await readConfirmations(db, document.id);
  if (before.some(({ party }) => party === yes.party)) return { sealed: document.sealedAt !== null, already: true };
  await insist(db, trajectory, 'confirmActionPlan', today);
  const row = await readActionPlanRow(db, trajectory.id);
  if (row?.document !== document.id || document.voidAt !== null) throw notNow('trajectories:confirm.changed');
  if (!isIntact(document)) throw notNow('trajectories:confirm.damaged');
  await claimForConfirming(db, trajectory.id, document.id);
  await confirmDocument(db, document, yes, now);
  await addTimelineEntry(db, placeOf(trajectory), {
    kind: 'trajectories.actionPlanConfirmed',
    day: today,
    textKey: `trajectories:actionPlan.event.confirmed.${yes.party}`,
    parameters: { byPerson: yes.person },
    link: actionPlanLink(trajectory.id),
  });
  const { complete, missing } = standingOf(document.hash, await readConfirmations(db, document.id));
  if (complete) await seal(work, trajectory, document);
  else await nextActionPlanTasks(db, trajectory, missing);
  return { sealed: complete, already: false };
}

/** Both sides said yes to the same words: from now on they are fixed, the aid is settled and the follow-up begins. */
async function seal(work: Work, trajectory: TrajectoryHandle, document: ActionPlanDocumentRow): Promise<void> {
  const { db, now, today, beyond } = work;
  const facts = await insist(db, trajectory, 'sealActionPlan', today);
  await sealDocument(db, document.id, now);
  await markSealed(db, trajectory.id, now);
  await moveOn(db, trajectory, 'sealActionPlan', facts);
  const given = await guidanceGiven(db, trajectory.id);
  await settleAid(work, placeOf(trajectory), given);
  await nextActionPlanTasks(db, trajectory, []);
  await addTimelineEntry(db, placeOf(trajectory), {
    kind: 'trajectories.actionPlanSealed',
    day: today,
    textKey: 'trajectories:actionPlan.event.sealed',
    parameters: { code: document.checkCode },
    link: actionPlanLink(trajectory.id),
  });
  const parties = await beyond(
    'the months of the follow-up are the programme’s; who holds a link sees only the trajectory',
    () => readActionPlanParties(db, trajectory.id),
  );
  await planFollowUps(db, trajectory, today, parties.followUpMonths ?? followUpMonths);
  await mailEnterprise(work, trajectory, {
    template: 'trajectories.actionPlanSealed',
    parameters: { code: document.checkCode },
    linkTo: { document: document.id, page: 'action-plan' },
    secrets: { check: `${config().publicUrl}/check/${document.checkCode}` },
  });
}
