import { invite, listGrants, withdrawGrant } from '#modules/access/server/operations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(listGrants, ({ url }) => ({ lot: url.searchParams.get('lot') ?? undefined }));
export const actions = {
  invite: form(
    invite,
    () => ({}),
    () => '/invitations?done=sent',
  ),
  withdraw: form(
    withdrawGrant,
    () => ({}),
    () => '/invitations?done=withdrawn',
  ),
};
