import { api } from '#platform/server/api/door.ts';

export const GET = api;
export const POST = api;
/** Every other method: the answer says which ones there are. */
export const fallback = api;
