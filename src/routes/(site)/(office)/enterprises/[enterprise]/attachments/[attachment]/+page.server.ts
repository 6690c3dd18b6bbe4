import { readFile, removeFile } from '#modules/timeline/server/fileOperations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { enterprise?: string; attachment?: string } }) => ({
  enterprise: params.enterprise,
  attachment: params.attachment,
});

export const load = page(readFile, here);
export const actions = { remove: form(removeFile, here) };
