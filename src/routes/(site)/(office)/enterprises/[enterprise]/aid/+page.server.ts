import { correctAid, readLedger, recordAid, withdrawAid } from '#modules/aid/server/ledgerOperations.ts';
import { recordEvent, stateMembers, withdrawEvent } from '#modules/aid/server/undertakingOperations.ts';
import { form, page } from '#platform/server/door.ts';

interface At {
  readonly params: { readonly enterprise?: string };
}
const here = ({ params }: At) => ({ enterprise: params.enterprise });
const saved = (_: unknown, { params }: At) => `/enterprises/${params.enterprise}/aid?saved=1`;

export const load = page(readLedger, ({ params, url }) => ({
  ...Object.fromEntries(url.searchParams),
  enterprise: params.enterprise,
}));
export const actions = {
  record: form(recordAid, here, saved),
  correct: form(correctAid, here, saved),
  withdraw: form(withdrawAid, here, saved),
  members: form(stateMembers, here, saved),
  event: form(recordEvent, here, saved),
  withdrawEvent: form(withdrawEvent, here, saved),
};
