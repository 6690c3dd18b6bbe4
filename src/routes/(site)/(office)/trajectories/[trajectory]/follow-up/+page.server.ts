import { readFollowUps, recordFollowUp } from '#modules/trajectories/server/followUpOperations.ts';
import { form, page } from '#platform/server/door.ts';

const trajectory = ({ params }: { params: Partial<Record<string, string>> }) => ({ trajectory: params['trajectory'] });

export const load = page(readFollowUps, trajectory);
export const actions = { record: form(recordFollowUp, trajectory, (_result, { url }) => `${url.pathname}?saved`) };
