import { localPath } from '#modules/access/index.ts';
import { askPasskey, askSignInLink, readWaysIn, signInWithPasskey } from '#modules/access/server/operations.ts';
import { opensSession } from '#modules/access/server/operations/sessionDoor.ts';
import { answer, form, page } from '#platform/server/door.ts';

const to = (url: URL) => localPath(url.searchParams.get('to'), '');

export const load = page(readWaysIn);
export const actions = {
  ask: form(
    askSignInLink,
    ({ url }) => ({ to: to(url) }),
    (_result, { url }) => `/sign-in?asked=1${to(url) && `&to=${encodeURIComponent(to(url))}`}`,
  ),
  passkeyOptions: answer(askPasskey),
  passkey: opensSession(signInWithPasskey),
};
