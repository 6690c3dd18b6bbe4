import {
  confirmActionPlan,
  confirmActionPlanAsGuide,
  objectToActionPlan,
} from '#modules/trajectories/server/actionPlanConfirmOperations.ts';
import { dropActionPlanDraft, keepActionPlanDraft } from '#modules/trajectories/server/actionPlanDraftOperations.ts';
import { readActionPlan, saveActionPlan, sendActionPlan } from '#modules/trajectories/server/actionPlanOperations.ts';
import { bePresent, leave } from '#modules/trajectories/server/presenceOperations.ts';
import { answer, form, page } from '#platform/server/door.ts';

const trajectory = ({ params }: { params: Partial<Record<string, string>> }) => ({ trajectory: params['trajectory'] });
const here = ({ url }: { url: URL }) => url.pathname;

export const load = page(readActionPlan, trajectory);
export const actions = {
  save: form(saveActionPlan, trajectory, ({ add }, event) =>
    add ? `${here(event)}?add=${add}#new-${add}` : `${here(event)}?saved`,
  ),
  send: form(sendActionPlan, trajectory, ({ sent }, event) => `${here(event)}?${sent ? 'sent' : 'incomplete'}`),
  draft: form(keepActionPlanDraft, trajectory, (_result, event) => here(event)),
  dropDraft: form(dropActionPlanDraft, trajectory, (_result, event) => here(event)),
  present: answer(bePresent, trajectory),
  leave: answer(leave, trajectory),
  confirm: form(confirmActionPlan, trajectory, (_result, event) => here(event)),
  confirmAsGuide: form(confirmActionPlanAsGuide, trajectory, (_result, event) => here(event)),
  object: form(objectToActionPlan, trajectory, (_result, event) => here(event)),
};
