import { correctSession, readSessions, recordSession } from '#modules/trajectories/server/sessionOperations.ts';
import { strikeSession } from '#modules/trajectories/server/sessionStrikeOperations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { trajectory?: string } }) => ({ trajectory: params.trajectory });
const toSession = ({ session }: { session: string }, { url }: { url: URL }) =>
  `${url.pathname}?saved#session-${session}`;

export const load = page(readSessions, here);
export const actions = {
  record: form(recordSession, here, toSession),
  correct: form(correctSession, here, toSession),
  strike: form(strikeSession, here, toSession),
};
