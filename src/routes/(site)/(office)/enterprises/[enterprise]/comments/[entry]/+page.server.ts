import {
  correctComment,
  readTalk,
  seeComment,
  strikeComment,
  writeComment,
} from '#modules/timeline/server/operations.ts';
import { form, page } from '#platform/server/door.ts';

const enterprise = ({ params }: { params: { enterprise?: string } }) => ({ enterprise: params.enterprise });
const here = ({ params }: { params: { enterprise?: string; entry?: string } }) => ({
  enterprise: params.enterprise,
  entry: params.entry,
});
const toComment = ({ comment }: { comment: string }, { url }: { url: URL }) => `${url.pathname}#comment-${comment}`;
const back = (_: unknown, { url }: { url: URL }) => url.pathname;

export const load = page(readTalk, here);
export const actions = {
  write: form(writeComment, here, toComment),
  correct: form(correctComment, enterprise, toComment),
  strike: form(strikeComment, enterprise, back),
  see: form(seeComment, enterprise, back),
};
