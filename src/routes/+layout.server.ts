import type { RequestEvent } from '@sveltejs/kit';
import { whoAmI } from '#modules/access/server/operations.ts';
import { door, pageOf, settleLocale } from '#platform/server/door.ts';

const ask = pageOf({ who: whoAmI });

/** Every page knows who is looking and in which language; a signed-in person's own language counts for the whole answer. */
export const load = Object.assign(
  async (event: RequestEvent) => {
    const { who } = await ask(event);
    settleLocale(event, who.locale);
    return { who };
  },
  { [door]: ask[door] },
);
