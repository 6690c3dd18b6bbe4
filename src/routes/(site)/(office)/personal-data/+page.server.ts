import { holdPerson, liftPersonHold, readClock } from '#modules/privacy/server/clockOperations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(readClock, ({ url }) => ({ after: url.searchParams.get('after') ?? undefined }));
export const actions = { hold: form(holdPerson), lift: form(liftPersonHold) };
