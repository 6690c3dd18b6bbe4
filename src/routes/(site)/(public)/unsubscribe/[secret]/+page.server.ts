import { readUnsubscribe, unsubscribe } from '#modules/notifications/server/operations.ts';
import { answer, page } from '#platform/server/door.ts';

const secretOf = ({ params }: { params: { secret?: string } }) => ({ secret: params.secret });

/** Opening the link ends nothing: mail programs do that before people do. The button does, and so does the one in a mail program. */
export const load = page(readUnsubscribe, secretOf);
/** No page of its own afterwards: a mail program follows no redirect (RFC 8058). */
export const actions = { default: answer(unsubscribe, secretOf) };
