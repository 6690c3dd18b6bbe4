import { readOutbox } from '#modules/instance/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(readOutbox);
