import { correctFollowUp, readFollowUps, recordFollowUp } from '#modules/trajectories/server/followUpOperations.ts';
import { form, page } from '#platform/server/door.ts';

const trajectory = ({ params }: { params: Partial<Record<string, string>> }) => ({ trajectory: params['trajectory'] });

export const load = page(readFollowUps, trajectory);
const saved = (_result: unknown, { url }: { url: URL }) => `${url.pathname}?saved`;
export const actions = {
  record: form(recordFollowUp, trajectory, saved),
  correct: form(correctFollowUp, trajectory, saved),
};
