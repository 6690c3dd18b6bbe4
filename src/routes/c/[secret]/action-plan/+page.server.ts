import {
  confirmActionPlan,
  confirmActionPlanAsGuide,
  objectToActionPlan,
  openActionPlanByLink,
} from '#modules/trajectories/server/actionPlanConfirmOperations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ url }: { url: URL }) => url.pathname;

export const load = page(openActionPlanByLink);
export const actions = {
  confirm: form(
    confirmActionPlan,
    () => ({}),
    (_result, event) => here(event),
  ),
  confirmAsGuide: form(
    confirmActionPlanAsGuide,
    () => ({}),
    (_result, event) => here(event),
  ),
  object: form(
    objectToActionPlan,
    () => ({}),
    (_result, event) => here(event),
  ),
};
