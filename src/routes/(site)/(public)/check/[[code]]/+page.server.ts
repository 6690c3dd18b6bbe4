import { checkDocumentByCode } from '#modules/signatures/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(checkDocumentByCode, ({ params, url }) => ({
  code: params.code ?? url.searchParams.get('code') ?? '',
}));
