import { createToken, listTokens, revokeToken } from '#modules/interface/server/operations.ts';
import { answer, form, page } from '#platform/server/door.ts';

export const load = page(listTokens);
export const actions = {
  /** The answer is drawn at once and kept nowhere: it holds the token. */
  make: answer(createToken),
  revoke: form(
    revokeToken,
    () => ({}),
    () => '/account/tokens?done=revoked',
  ),
};
