import { confirmNewEmail, readNewEmail } from '#modules/privacy/server/selfOperations.ts';
import { form, page } from '#platform/server/door.ts';

const secretOf = ({ params }: { params: { secret?: string } }) => ({ secret: params.secret });

/** Opening the link uses nothing up: mail programs do that before people. */
export const load = page(readNewEmail, secretOf);
export const actions = { confirm: form(confirmNewEmail, secretOf, (_result, { url }) => `${url.pathname}?done=1`) };
