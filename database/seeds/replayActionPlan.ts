import {
  confirmActionPlan,
  confirmActionPlanAsGuide,
} from '#modules/trajectories/server/actionPlanConfirmOperations.ts';
import { saveActionPlan, sendActionPlan } from '#modules/trajectories/server/actionPlanOperations.ts';
import { recordFollowUp } from '#modules/trajectories/server/followUpOperations.ts';
import { momentOn, personOf, play, type Cast } from './cast.ts';
import type { SeedCase } from './shape.ts';

/** The end of a trajectory: the action plan, the yes of both sides, and the talks afterwards that took place. */
export async function replayActionPlan(
  cast: Cast,
  trajectory: string,
  plan: NonNullable<SeedCase['actionPlan']>,
  talks: SeedCase['followUpsDone'],
  contact: string,
): Promise<void> {
  const writer = { as: personOf(cast, plan.by) };
  const saved = await play(
    saveActionPlan,
    writer,
    { trajectory, version: 0, actionPlan: plan.content },
    momentOn(plan.sentOn, 10),
  );
  const sent = await play(sendActionPlan, writer, { trajectory, version: saved.version }, momentOn(plan.sentOn, 20));
  const document = sent.document!;
  await play(confirmActionPlanAsGuide, writer, { trajectory, document }, momentOn(plan.confirmedByGuideOn, 30));
  await play(
    confirmActionPlan,
    { as: contact },
    { trajectory, document, mayConfirm: 'on' },
    momentOn(plan.sealedOn, 40),
  );
  for (const { months, on, by, words } of talks) {
    await play(
      recordFollowUp,
      { as: personOf(cast, by) },
      {
        trajectory,
        months,
        on,
        reached: 'yes',
        withWhom: '',
        practices: plan.content.practices.map(({ id }, at) => ({ id, alive: at === 0 ? 'yes' : 'partly', words: '' })),
        next: plan.content.next.map(({ id }) => ({ id, done: 'partly', words: '' })),
        words,
        help: 'none',
        helpWords: '',
      },
      momentOn(on, 50),
    );
  }
}
