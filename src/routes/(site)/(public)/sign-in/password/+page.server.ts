import { signInWithPassword } from '#modules/access/server/operations.ts';
import { opensSession } from '#modules/access/server/operations/sessionDoor.ts';

export const actions = { signIn: opensSession(signInWithPassword) };
