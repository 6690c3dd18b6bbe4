import { readDescription } from '#modules/interface/server/operations.ts';
import { apiOf } from '#platform/server/api/door.ts';

/** The description of the interface, for programs that make programs. */
export const GET = apiOf(readDescription);
export const fallback = apiOf(readDescription);
