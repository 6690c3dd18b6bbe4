import { listExampleRoles, stepInto } from '#modules/access/server/operations.ts';
import { opensSession } from '#modules/access/server/operations/sessionDoor.ts';
import { page } from '#platform/server/door.ts';

export const load = page(listExampleRoles);
export const actions = { step: opensSession(stepInto) };
