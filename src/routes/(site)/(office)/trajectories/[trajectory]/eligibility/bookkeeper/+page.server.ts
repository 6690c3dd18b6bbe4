import { askBookkeeper, readBookkeeper, withdrawRequest } from '#modules/eligibility/server/bookkeeperOperations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { trajectory?: string } }) => ({ trajectory: params.trajectory });

export const load = page(readBookkeeper, here);
export const actions = {
  ask: form(askBookkeeper, here, (_result, { url }) => `${url.pathname}?asked`),
  withdraw: form(withdrawRequest, here, (_result, { url }) => url.pathname),
};
