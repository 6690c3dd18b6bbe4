import { readTalk, writeComment } from '#modules/timeline/server/operations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { enterprise?: string } }) => ({ enterprise: params.enterprise });

export const load = page(readTalk, here);
export const actions = {
  write: form(writeComment, here, ({ entry, comment }, { params }) => `/enterprises/${params.enterprise}/comments/${entry}#comment-${comment}`), // prettier-ignore
};
