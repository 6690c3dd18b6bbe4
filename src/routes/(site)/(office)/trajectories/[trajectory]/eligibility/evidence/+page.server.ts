import { addEvidence, readEvidence, takeOffEvidence } from '#modules/eligibility/server/evidenceOperations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { trajectory?: string } }) => ({ trajectory: params.trajectory });

export const load = page(readEvidence, here);
export const actions = {
  add: form(addEvidence, here, (_result, { url }) => `${url.pathname}?added`),
  takeOff: form(takeOffEvidence, here, (_result, { url }) => url.pathname),
};
