import {
  addGuide,
  completeIntake,
  readIntake,
  recordStaffInformed,
  removeGuide,
  saveIntake,
} from '#modules/trajectories/server/intakeOperations.ts';
import { saveParts } from '#modules/trajectories/server/partOperations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { trajectory?: string } }) => ({ trajectory: params.trajectory });
const back =
  (part: string) =>
  (_result: unknown, { url }: { url: URL }) =>
    `${url.pathname}?saved=${part}#${part}`;

export const load = page(readIntake, here);
export const actions = {
  save: form(saveIntake, here, back('intake')),
  complete: form(completeIntake, here, back('completed')),
  guide: form(addGuide, here, back('guides')),
  endGuide: form(removeGuide, here, back('guides')),
  parts: form(saveParts, here, back('parts')),
  informed: form(recordStaffInformed, here, back('staff')),
};
