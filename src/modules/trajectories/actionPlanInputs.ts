import { z } from 'zod';
import { flag, id, longText, maybe, mustAgree, version } from '#shared/inputs.ts';
import { ActionPlanContentInput, SaveActionPlanInput, SendActionPlanInput, TrajectoryInput } from './inputs.ts';
import { halfTyped, PlanFormInput } from './planInputs.ts';

/** What a button of the form asks besides saving: one more row, or one less. */
const intent = z.string().regex(/^(add\.(practices|next)|remove\.(practices|next)\.[\w-]{1,40})$/u, 'error.choice');

/** The form of the action plan. `voids` says that one knows: a change makes what was confirmed void. */
export const ActionPlanFormInput = SaveActionPlanInput.extend({
  choices: PlanFormInput.shape.choices,
  intent: maybe(intent),
  voids: flag(),
});

/** From the form comes what stands on the page, saved first. `again` mails the links of what was sent already once more. */
export const SendActionPlanFormInput = SendActionPlanInput.extend({
  actionPlan: maybe(ActionPlanContentInput),
  choices: PlanFormInput.shape.choices,
  voids: flag(),
  again: flag(),
});

/** The enterprise's yes to one document, by somebody who says that they may. */
export const ConfirmActionPlanInput = TrajectoryInput.extend({ document: id(), mayConfirm: mustAgree() });

/** The guide's yes. */
export const ConfirmAsGuideInput = TrajectoryInput.extend({ document: id() });

/** Something in the document is not right; the words say what. */
export const ObjectToActionPlanInput = TrajectoryInput.extend({ document: id(), words: longText(2000) });

export const ActionPlanDraftInput = TrajectoryInput.extend({ version: version(), actionPlan: halfTyped() });
