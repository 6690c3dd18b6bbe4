import { agree, readAgreement, sendAgreement } from '#modules/trajectories/server/agreementOperations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { trajectory?: string } }) => ({ trajectory: params.trajectory });

export const load = page(readAgreement, here);
export const actions = {
  send: form(sendAgreement, here, (_result, { url }) => `${url.pathname}?sent`),
  agree: form(agree, here, (_result, { url }) => `${url.pathname}?agreed`),
};
