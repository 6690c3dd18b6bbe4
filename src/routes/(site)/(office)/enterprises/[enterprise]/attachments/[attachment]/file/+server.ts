import { takeFile } from '#modules/timeline/server/fileOperations.ts';
import { file } from '#platform/server/door.ts';

export const GET = file(takeFile, ({ params, url }) => ({
  enterprise: params.enterprise,
  attachment: params.attachment,
  save: url.searchParams.get('save') ?? undefined,
}));
