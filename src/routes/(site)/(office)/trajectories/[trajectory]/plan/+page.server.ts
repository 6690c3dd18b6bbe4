import {
  dropPlanDraft,
  keepPlanDraft,
  readPlan,
  savePlan,
  submitPlan,
  withdrawPlan,
} from '#modules/trajectories/server/planOperations.ts';
import { approvePlan, returnPlan } from '#modules/trajectories/server/planVerdictOperations.ts';
import { bePresent, leave } from '#modules/trajectories/server/presenceOperations.ts';
import { answer, form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { trajectory?: string } }) => ({ trajectory: params.trajectory });

export const load = page(readPlan, here);
export const actions = {
  save: form(savePlan, here, ({ added }, { url }) => {
    if (!added) return `${url.pathname}?saved`;
    const query = new URLSearchParams({ add: added.section, row: added.row, goal: added.goal ?? '' });
    return `${url.pathname}?${query}#row-${added.row}`;
  }),
  submit: form(
    submitPlan,
    here,
    ({ submitted }, { url }) => `${url.pathname}?${submitted ? 'submitted' : 'incomplete'}`,
  ),
  withdraw: form(withdrawPlan, here, (_result, { url }) => url.pathname),
  approve: form(approvePlan, here, (_result, { url }) => url.pathname),
  return: form(returnPlan, here, (_result, { url }) => url.pathname),
  draft: form(keepPlanDraft, here, (_result, { url }) => url.pathname),
  dropDraft: form(dropPlanDraft, here, (_result, { url }) => url.pathname),
  present: answer(bePresent, here),
  leave: answer(leave, here),
};
