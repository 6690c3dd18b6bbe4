import { api } from '#platform/server/api/door.ts';

/** Any other address under `/api` is an operation that does not exist. */
export const GET = api;
export const fallback = api;
