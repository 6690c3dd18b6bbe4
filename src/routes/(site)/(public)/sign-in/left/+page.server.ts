import type { Cookies } from '@sveltejs/kit';
import { readLeavingFrom } from '#modules/access/server/operations.ts';
import { leavingCookie } from '#modules/access/server/operations/sessionDoor.ts';
import { page } from '#platform/server/door.ts';

export const load = page(readLeavingFrom, ({ cookies }: { cookies: Cookies }) => ({
  session: cookies.get(leavingCookie) ?? '',
}));
