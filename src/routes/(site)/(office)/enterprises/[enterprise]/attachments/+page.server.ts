import { addFile, listFiles } from '#modules/timeline/server/fileOperations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { enterprise?: string } }) => ({ enterprise: params.enterprise });

export const load = page(listFiles, ({ params, url }) => ({
  enterprise: params.enterprise,
  after: url.searchParams.get('after') ?? undefined,
}));
export const actions = {
  add: form(addFile, here, ({ attachment }, { params }) => `/enterprises/${params.enterprise}/attachments/${attachment}`), // prettier-ignore
};
