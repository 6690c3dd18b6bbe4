import { localPath } from '#modules/access/index.ts';
import { askSignInLink } from '#modules/access/server/operations.ts';
import { form } from '#platform/server/door.ts';

const to = (url: URL) => localPath(url.searchParams.get('to'), '');

export const actions = {
  ask: form(
    askSignInLink,
    ({ url }) => ({ to: to(url) }),
    (_result, { url }) => `/sign-in?asked=1${to(url) && `&to=${encodeURIComponent(to(url))}`}`,
  ),
};
