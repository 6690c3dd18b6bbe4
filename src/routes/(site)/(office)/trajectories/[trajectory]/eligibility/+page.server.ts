import { runDecisionAgain, tryOut } from '#modules/eligibility/server/checkOperations.ts';
import { findMember, soughtWords } from '#modules/eligibility/server/memberOperations.ts';
import { decide, readEligibility } from '#modules/eligibility/server/operations.ts';
import { answer, form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { trajectory?: string } }) => ({ trajectory: params.trajectory });

export const load = page(readEligibility, here);
export const actions = {
  decide: form(decide, here, (_result, { url }) => `${url.pathname}?decided`),
  tryOut: answer(tryOut, here),
  seek: answer(findMember, (event, values) => ({ ...here(event), words: soughtWords(values) })),
  again: answer(runDecisionAgain, here),
};
