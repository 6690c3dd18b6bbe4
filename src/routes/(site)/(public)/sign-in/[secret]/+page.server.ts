import { readSignInLink, signIn } from '#modules/access/server/operations.ts';
import { opensSession } from '#modules/access/server/operations/sessionDoor.ts';
import { page } from '#platform/server/door.ts';

const secretOf = ({ params }: { params: { secret?: string } }) => ({ secret: params.secret });

/** Opening the link uses nothing up: mail programs do that before people. Only the button signs in. */
export const load = page(readSignInLink, secretOf);
export const actions = { signIn: opensSession(signIn, secretOf) };
