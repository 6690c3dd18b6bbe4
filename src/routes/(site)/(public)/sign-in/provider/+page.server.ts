import type { Cookies } from '@sveltejs/kit';
import { connectAccount, readWaitingAccount } from '#modules/access/server/operations.ts';
import { waitingCookie } from '#modules/access/server/operations/sessionDoor.ts';
import { form, page } from '#platform/server/door.ts';

const waiting = ({ cookies }: { cookies: Cookies }) => ({ waiting: cookies.get(waitingCookie) ?? '' });

/** An account at the provider that nobody here knows yet: whom to ask, or how to connect it. */
export const load = page(readWaitingAccount, waiting);
export const actions = { connect: form(connectAccount, waiting, () => '/account?saved=1#ways') };
