import { decide, readEligibility } from '#modules/eligibility/server/operations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { trajectory?: string } }) => ({ trajectory: params.trajectory });

export const load = page(readEligibility, here);
export const actions = {
  decide: form(decide, here, (_result, { url }) => `${url.pathname}?decided`),
};
